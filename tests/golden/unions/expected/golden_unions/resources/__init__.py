# Generated from Unions 1 by twinspec; changes are lost.
"""The operations of Unions, a module for each resource."""
