# Generated from Keywords 1 by twinspec; changes are lost.

Word = str
