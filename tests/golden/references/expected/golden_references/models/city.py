# Generated from References 1 by twinspec; changes are lost.

City = str
