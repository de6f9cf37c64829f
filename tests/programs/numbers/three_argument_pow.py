"""Which type refuses the third argument of pow(), and how."""
values = 3, True, 2.5, 1j, "a", None
for base in values[:-1]:
    for exponent in values:
        for modulus in values:
            try:
                result = pow(base, exponent, modulus)
            except (TypeError, ValueError, ZeroDivisionError) as error:
                result = f"{type(error).__name__}: {error}"
            print(base, exponent, modulus, result)
