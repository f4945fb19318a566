# Generated from Bookshop API 1.4.0 by twinspec; changes are lost.

from .audio_book import AudioBook
from .book import Book
from .magazine import Magazine

Publication = Book | Magazine | AudioBook
"""Anything on sale, told apart by `kind`."""
