# Generated from Identifiers 1 by twinspec; changes are lost.
"""The operations of Identifiers, a module for each resource."""
