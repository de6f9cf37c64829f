"""What the robustness runs share: programs to build, and the counting of checks."""
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BIN = Path(os.environ.get("MOLT_BIN", ROOT / "build" / "bin"))
MOLT = str(BIN / "molt")


class Checks:
    """Counts checks; `done` prints the closing line and gives the exit code."""

    def __init__(self):
        self.passed = self.failed = 0

    def check(self, condition, text):
        if condition:
            self.passed += 1
        else:
            self.failed += 1
            print(f"FAILED: {text}", flush=True)
        return condition

    def done(self):
        print(f"{self.passed} passed, {self.failed} failed", flush=True)
        sys.exit(1 if self.failed else 0)


def temporary_directory():
    return tempfile.TemporaryDirectory(prefix="molt-robustness-")


def write_program(directory, modules=8):
    """A program of several modules; returns the main file and what it prints."""
    directory = Path(directory)
    package = directory / "pkg"
    package.mkdir(parents=True, exist_ok=True)
    (package / "__init__.py").write_text("")
    total = 0
    imports, calls = [], []
    for number in range(modules):
        lines = [f"def f{i}(x):\n    y = x * {i + 1}\n    if y > 10:\n        return y - {number}\n    return y\n"
                 for i in range(6)]
        (package / f"m{number}.py").write_text("\n".join(lines))
        imports.append(f"from pkg import m{number}")
        calls.append(f"m{number}.f5(7)")
        total += 42 - number
    main = directory / "main.py"
    main.write_text("\n".join(imports) + f"\nprint({' + '.join(calls)})\n")
    return main, f"{total}\n"


def environment(cache, **extra):
    result = dict(os.environ, MOLT_CACHE=str(cache))
    for name in ("MAKEFLAGS", "LC_ALL", "LANG"):
        result.pop(name, None)
    result.update(extra)
    return result


def run(arguments, env=None, cwd=None, timeout=120, stdin=subprocess.DEVNULL):
    return subprocess.run([str(a) for a in arguments], env=env, cwd=cwd, timeout=timeout, stdin=stdin,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def remove(path):
    shutil.rmtree(path, ignore_errors=True)
