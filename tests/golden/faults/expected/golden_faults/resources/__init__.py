# Generated from Faults by twinspec; changes are lost.
"""The operations of Faults, a module for each resource."""
