# Generated from Defaults 1 by twinspec; changes are lost.
"""The operations of Defaults, a module for each resource."""
