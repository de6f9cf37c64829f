# KeyError shows the repr of its key.
d = {"a": 1}
print(d["a"])
print(d["it's"])
