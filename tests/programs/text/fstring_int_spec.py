# wasm: yes
# Format specs of ints.
for n in (0, 5, -5, 42, -1234567, 10**20, True):
    print(f"{n}|{n:d}|{n:5}|{n:<8}|{n:^8}|{n:>8}|{n:08}|{n:+}|{n: }|{n:-}|{n:,}|{n:_}|{n:x}|{n:X}|{n:#x}|{n:o}|{n:#o}|{n:b}|{n:#b}")
    print(f"{n:*>10}|{n:=+10}|{n:0=8}|{n:#010x}|{n:_x}|{n:_b}|{n:,d}|{n:015,}|{n:e}|{n:.2f}|{n:g}|{n:%}|{n:n}")
print(f"{65:c}|{233:c}|{0x1f600:c}|{97:5c}|{97:<5c}|")
for spec in ("s", "z", ".2", "5.2d", ",x", "_c", "+c", "#c", "q", "<<5", "0<5s", ",_", "10000000000000000000000"):
    try:
        print(spec, format(5, spec))
    except (ValueError, OverflowError) as error:
        print(spec, error)
try:
    format(-1, "c")
except OverflowError as error:
    print(error)
