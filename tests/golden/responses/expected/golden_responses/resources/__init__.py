# Generated from Responses 1 by twinspec; changes are lost.
"""The operations of Responses, a module for each resource."""
