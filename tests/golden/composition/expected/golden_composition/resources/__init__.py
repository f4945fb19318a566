# Generated from Composition 0.0.1 by twinspec; changes are lost.
"""The operations of Composition, a module for each resource."""
