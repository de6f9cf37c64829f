from .. import registry
from ..right import NAME
from . import __name__ as package_name
registry.add("leaf")
def describe(): return f"{__name__} in {package_name} sees {NAME}"
