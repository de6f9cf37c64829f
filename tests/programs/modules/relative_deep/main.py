# wasm: yes
# Deep packages: from . , .., ... and aliases; the same module by two ways.
from top.left.leaf import describe
from top.right import run
import top.left.leaf as leaf
print(describe(), run(), leaf.describe is describe)
from top import registry
print(registry.items, top_names := sorted(registry.items))
import top
print(top.left.leaf is leaf, top.right.NAME, [hasattr(top, n) for n in ("left", "right", "registry", "nope")])
try:
    from top.bad import anything
except ImportError as error:
    print(error)
