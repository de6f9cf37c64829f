# Exceptions of several texts together.
# wasm: yes
errors = []
for text in ["1/0", "[][0]", "{}['k']", "int('x')", "1 +", "nope"]:
    try:
        eval(text)
    except Exception as e:
        e.add_note(f"in {text!r}")
        errors.append(e)
raise ExceptionGroup("all of them", errors)
