# wasm: yes
# Notes: several, with several lines, empty, and ones that are not str.
error = ValueError("with notes")
error.add_note("a note")
error.add_note("two\nlines")
error.add_note("")
error.add_note("ends with a newline\n")
error.add_note("\nstarts with one")
error.add_note("äöü 漢字")
error.__notes__.append(42)
error.__notes__.append(["list", None])


class NoStr:
    def __str__(self):
        raise RuntimeError("no text")


error.__notes__.append(NoStr())
error.__notes__.append("the last one")
raise error
