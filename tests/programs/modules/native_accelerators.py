# wasm: yes
# Under the names that CPython's own accelerator modules have.
import _heapq
from _functools import reduce
from _operator import mul

heap = [5, 3, 4]
_heapq.heapify(heap)
print(heap[0], reduce(mul, heap))
