# Generated from Recursion 1 by twinspec; changes are lost.
"""The operations of Recursion, a module for each resource."""
