# wasm: yes
# find, index, count, startswith, endswith, with limits.
s = "mississippi"
print(s.find("ss"), s.find("ss", 3), s.find("ss", 3, 6), s.find("x"), s.find(""), s.find("", 5), s.find("", 50), s.rfind("ss"),
      s.rfind("i", 0, 5), s.rfind(""), s.find("s", -4), s.find("p", 0, -3))
print(s.index("pp"), s.rindex("s"), s.count("s"), s.count("ss"), s.count("issi"), s.count(""), s.count("i", 2), s.count("i", 2, 5))
for action in (lambda: s.index("x"), lambda: s.rindex("xyz", 2), lambda: s.find(1), lambda: s.count(None), lambda: s.find()):
    try:
        action()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
print(s.startswith("mis"), s.startswith("ss", 2), s.startswith(("x", "m")), s.endswith("pi"), s.endswith("ss", 0, 4),
      s.endswith(("a", "b")), s.startswith(""), s.startswith("", 20), s.startswith(()))
try:
    s.startswith(["m"])
except TypeError as error:
    print(error)
w = "añ日😀日ñ"
print(w.find("日"), w.rfind("日"), w.find("日😀"), w.count("ñ"), w.index("😀"), w.startswith("añ"), w.endswith("日ñ"), w.find("z"))
