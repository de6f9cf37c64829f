# wasm: yes
# The report goes to what sys.stderr is, and standard output comes first.
import sys


class Writer:
    def write(self, text):
        sys.stdout.write(text.replace("\n", "|\n"))
        return len(text)

    def flush(self):
        pass


print("before")
sys.stderr = Writer()
raise ValueError("written elsewhere")
