# wasm: yes
# SystemExit inside of a group is an exception like others.
raise BaseExceptionGroup("group", [SystemExit(5), KeyboardInterrupt("k")])
