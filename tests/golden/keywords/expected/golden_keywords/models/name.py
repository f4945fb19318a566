# Generated from Keywords 1 by twinspec; changes are lost.

Name = str
"""A name."""
