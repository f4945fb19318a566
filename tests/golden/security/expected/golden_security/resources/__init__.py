# Generated from Security 1 by twinspec; changes are lost.
"""The operations of Security, a module for each resource."""
