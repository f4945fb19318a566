# Generated from Keywords 1 by twinspec; changes are lost.
"""The operations of Keywords, a module for each resource."""
