# wasm: yes
# An exit status without a text.
class Silent:
    def __str__(self):
        raise ValueError("no text")


raise SystemExit(Silent())
