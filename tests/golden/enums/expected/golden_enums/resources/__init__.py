# Generated from Enums 1 by twinspec; changes are lost.
"""The operations of Enums, a module for each resource."""
