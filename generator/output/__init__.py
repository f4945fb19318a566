"""From files as data to files on the disk."""

from .writer import WriteReport, replace_file, write

__all__ = ["WriteReport", "replace_file", "write"]
