# Generated from Multipart 1 by twinspec; changes are lost.
"""The operations of Multipart, a module for each resource."""
