# wasm: yes
# A name that a module of the program does not have, with one that is near.
from helpers import calculate_totals
