# Generated from OpenAPI 3.2 1 by twinspec; changes are lost.
"""The operations of OpenAPI 3.2, a module for each resource."""
