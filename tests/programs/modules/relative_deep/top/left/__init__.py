from ..registry import add as _add
_add("left")
