# open for writing and reading text; modes, with, iteration, seek, errors.
with open("data.txt", "w") as f:
    print(f.write("line one\n"), f.write("zwei é日😀\n"), f.mode, f.name, f.closed)
    f.writelines(["three\n", "four"])
    print("printed", 5, file=f)
print(f.closed)
with open("data.txt") as f:
    print(repr(f.read()))
    print(repr(f.read()))
with open("data.txt", "r", encoding="utf-8") as f:
    print(repr(f.readline()), repr(f.readline()), f.readlines(), repr(f.readline()))
with open("data.txt") as f:
    for i, line in enumerate(f):
        print(i, line.rstrip("\n"))
with open("data.txt", "a") as f:
    f.write("appended\n")
print([line.strip() for line in open("data.txt")])
with open("data.txt") as f:
    print(repr(f.read(4)), repr(f.read(7)), repr(f.read(0)), repr(f.read(3)))
    f.seek(0)
    print(repr(f.readline(3)), repr(f.readline()))
with open("data.txt", "w") as f:
    pass
print(repr(open("data.txt").read()))
