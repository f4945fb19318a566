# Generated from Bodies 2.0 by twinspec; changes are lost.
"""The operations of Bodies, a module for each resource."""
