# Generated from Names """ \ ''' 1.0.0 # injected = 1 by twinspec; changes are lost.
"""The operations of Names \"\"\" \\ ''', a module for each resource."""
