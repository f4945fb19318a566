# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.
"""The operations of the Cuadra AI API, a module for each resource."""
