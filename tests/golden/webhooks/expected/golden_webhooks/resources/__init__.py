# Generated from Webhooks 1 by twinspec; changes are lost.
"""The operations of Webhooks, a module for each resource."""
