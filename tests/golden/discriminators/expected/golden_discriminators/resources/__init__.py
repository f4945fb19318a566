# Generated from Discriminators 1 by twinspec; changes are lost.
"""The operations of Discriminators, a module for each resource."""
