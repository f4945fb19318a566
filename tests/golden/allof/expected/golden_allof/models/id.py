# Generated from All of 1 by twinspec; changes are lost.

Id = str
