# Generated from Streams 1.0.0 by twinspec; changes are lost.
"""The operations of Streams, a module for each resource."""
