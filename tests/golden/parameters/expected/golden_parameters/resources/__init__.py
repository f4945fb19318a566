# Generated from Parameters 1.2.3 by twinspec; changes are lost.
"""The operations of Parameters, a module for each resource."""
