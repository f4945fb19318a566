# Generated from References 1 by twinspec; changes are lost.
"""The operations of References, a module for each resource."""
