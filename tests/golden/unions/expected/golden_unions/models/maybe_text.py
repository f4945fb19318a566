# Generated from Unions 1 by twinspec; changes are lost.

MaybeText = str | None
