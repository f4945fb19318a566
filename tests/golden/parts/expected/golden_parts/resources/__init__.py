# Generated from Letters 1 by twinspec; changes are lost.
"""The operations of Letters, a module for each resource."""
