# wasm: yes
# A class derived from KeyboardInterrupt is an exception like others.
class Stop(KeyboardInterrupt):
    pass


raise Stop("stopped")
