# wasm: yes
# time.perf_counter: a float that does not go backwards.
import time
a = time.perf_counter()
total = sum(range(1000))
b = time.perf_counter()
print(isinstance(a, float), b >= a, b - a < 60, total)
from time import perf_counter as clock
print(clock() >= b)
