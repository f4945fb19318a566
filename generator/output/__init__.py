"""From files as data to files on the disk."""

from .comparing import read_output, record_of
from .staging import Staging, staging
from .writer import WriteReport, replace_file, write

__all__ = ["Staging", "WriteReport", "read_output", "record_of", "replace_file", "staging", "write"]
