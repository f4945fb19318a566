# Generated from All of 1 by twinspec; changes are lost.

from .employee import Employee

Staff = Employee
