"""A JSON parser and printer."""
from .errors import JSONError
from .parser import parse
from .printer import dumps

__all__ = ["JSONError", "dumps", "parse"]
