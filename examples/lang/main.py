# wasm: yes
# bench: 17
"""An interpreter for a small language with functions, closures, lists and records; runs the programs in samples.py.

usage: main.py [SIZE]      (default 8)
"""
import sys

from language import LanguageError, run
from samples import FAILING, PROGRAMS


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 8
    for name, source in PROGRAMS.items():
        print(f"-- {name}")
        interpreter = run(source, {"size": size})
        for line in interpreter.output:
            print(line)
        print(f"   {interpreter.steps} steps")
    print("-- errors")
    for source in FAILING:
        try:
            run(source, {})
            print("no error in", repr(source))
        except LanguageError as error:
            print(f"{type(error).__name__}: {error}")


if __name__ == "__main__":
    main()
