# wasm: yes
# More than fifteen exceptions are cut.
try:
    raise ExceptionGroup("sixteen", [ValueError(n) for n in range(16)])
except ExceptionGroup:
    try:
        raise ExceptionGroup("fifteen", [ValueError(n) for n in range(15)])
    except ExceptionGroup:
        raise ExceptionGroup("forty", [KeyError(n) for n in range(40)])
