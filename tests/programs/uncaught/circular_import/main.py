# wasm: yes
# Names of a module that is not finished yet.
import first
