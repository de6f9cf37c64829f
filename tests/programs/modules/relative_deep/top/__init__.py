from . import registry
registry.add("top")
