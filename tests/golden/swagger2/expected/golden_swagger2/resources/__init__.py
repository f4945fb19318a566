# Generated from Swagger 1.0.0 by twinspec; changes are lost.
"""The operations of Swagger, a module for each resource."""
