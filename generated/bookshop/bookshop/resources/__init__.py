# Generated from Bookshop API 1.4.0 by twinspec; changes are lost.
"""The operations of the Bookshop API, a module for each resource."""
