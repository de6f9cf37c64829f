# wasm: yes
# Format specs of floats.
for v in (0.0, 1.0, -1.5, 3.14159265, 1234567.891, 1e20, 1e-7, -0.0, float("inf"), float("nan")):
    print(f"{v}|{v:f}|{v:.2f}|{v:.0f}|{v:e}|{v:.3e}|{v:g}|{v:.3g}|{v:%}|{v:.1%}|{v:n}|{v:E}|{v:G}|{v:F}")
    print(f"{v:10.3f}|{v:<10.1f}|{v:^12}|{v:+.2f}|{v: .2f}|{v:010.2f}|{v:,.2f}|{v:_.1f}|{v:*>12.3g}|{v:.5}|{v:5}|{v:#.0f}|{v:z.1f}|{v:#g}")
print(f"{0.5:.0f} {1.5:.0f} {2.5:.0f} {0.125:.2f} {2.675:.2f} {1e15:.1f} {1e16} {123456789.0:.3} {0.00001:.3} {1e5:g} {1e6:g} {1e-4:g} {1e-5:g}")
print(f"{1/3:.30f} {2**0.5:.20e} {1e300:.3g} {5e-324:.3e} {0.1:.17g} {100:.1e}")
for spec in ("d", "x", "s", "c", "5q", ",e5", ".f", "b"):
    try:
        print(spec, format(1.5, spec))
    except ValueError as error:
        print(spec, error)
