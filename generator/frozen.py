"""Frozen values that are quick to make, and whose classes are.

A large document becomes a quarter of a million small values, and a frozen dataclass takes four times as
long to make as one that is not: its ``__init__`` goes through ``object.__setattr__``. Also, each run of
the generator begins with making a hundred and fifty such classes, for each of whose methods the standard
library compiles a source text. So the values that pass between stages are frozen for the type checkers,
which see the dataclass of the standard library here; at run time they have its fields, the same equality,
hash and representation by methods that need no compiling, an ``__init__`` that is compiled when the first
value is made (many classes are for what no ordinary document has), and nothing that guards them.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

if not TYPE_CHECKING:

    def dataclass(*, frozen: bool, slots: bool):
        """Make the class a dataclass; ``frozen`` must be true, and is not enforced."""
        assert frozen  # noqa: S101 -- said for the type checkers

        def make(cls):
            made = dataclasses.dataclass(cls, slots=slots, init=False, repr=False, eq=False)
            fields = dataclasses.fields(made)
            compared = [one.name for one in fields if one.compare]
            values = attrgetter(*compared) if compared else lambda _: ()
            told = [one.name for one in fields if one.repr]

            def first(self, *args, **kwargs):
                made.__init__ = _initializer(made, fields)
                made.__init__(self, *args, **kwargs)

            def equals(self, other):
                return values(self) == values(other) if other.__class__ is made else NotImplemented

            def hashed(self):
                return hash(values(self))

            def shown(self):
                members = ", ".join(f"{name}={getattr(self, name)!r}" for name in told)
                return f"{type(self).__qualname__}({members})"

            made.__init__ = first
            made.__eq__, made.__hash__, made.__repr__ = equals, hashed, shown
            return made

        return make

    def _initializer(made, fields):
        """Compile what takes the members in order or by name, with their defaults, and sets them."""
        known, taken, body = {}, ["self"], []
        for one in fields:
            name = value = one.name
            if one.default is not dataclasses.MISSING:
                known[f"_of_{name}"] = one.default
                taken.append(f"{name}=_of_{name}")
            elif one.default_factory is not dataclasses.MISSING:
                known[f"_of_{name}"] = one.default_factory
                known["_missing"] = dataclasses.MISSING
                taken.append(f"{name}=_missing")
                value = f"_of_{name}() if {name} is _missing else {name}"
            else:
                taken.append(name)
            body.append(f"self.{name} = {value}")
        exec(f"def __init__({', '.join(taken)}): {'; '.join(body) or 'pass'}", known)  # noqa: S102
        known["__init__"].__qualname__ = f"{made.__qualname__}.__init__"
        return known["__init__"]


__all__ = ["dataclass"]
