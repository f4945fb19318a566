"""Name and version of the generator, in one place."""

NAME = "twinspec"
VERSION = "0.1.0"
