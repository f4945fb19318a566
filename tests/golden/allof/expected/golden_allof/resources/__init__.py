# Generated from All of 1 by twinspec; changes are lost.
"""The operations of All of, a module for each resource."""
