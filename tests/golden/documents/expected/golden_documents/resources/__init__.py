# Generated from Documents 1.0 by twinspec; changes are lost.
"""The operations of Documents, a module for each resource."""
