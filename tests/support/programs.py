"""Programs that Molt is judged by: how they are found, their settings and their expectations.

A program is a file `X.py`, or a directory that holds `main.py`. Its expectation is `X.expected` (`main.expected`)
beside it. Settings are comments at the top of the file, before the first line that is not a comment:

    # args: first 'second one'     arguments, split as a shell does
    # stdin: text\\n                standard input, with Python's escapes; several lines are joined
    # file: sample.json            a file beside the program that is copied to where it runs; may be repeated
    # wasm: yes                    the program also runs under WASI (needs only stdout, stdin and arguments)
    # leaks: yes                   objects are left at exit on purpose; not run with --leak-check
    # warnings: yes                recorded with CPython's warnings on
    # difference: why              CPython does something else here, on purpose or for now: the program must fail, and
    #                              docs/differences.md lists it
    # timeout: 60                  seconds, when 20 are not enough

An expectation is text: `exit: CODE`, `stderr: LAST LINE`, then `stdout:` and after that line the output itself.
"""
import os
import shlex
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
DEFAULT_PATHS = [ROOT / "tests" / "programs", ROOT / "examples"]


class Program:
    """One program with its settings. `name` is its path below the project without `.py` or `/main.py`."""

    def __init__(self, source):
        self.source = source
        relative = source.relative_to(ROOT) if ROOT in source.parents else source
        self.name = str(relative.parent if source.name == "main.py" else relative.with_suffix(""))
        self.expected_path = source.with_suffix(".expected")
        self.args = []
        self.stdin = ""
        self.files = []
        self.wasm = False
        self.leaks = False
        self.warnings = False
        self.difference = ""
        self.timeout = 20.0
        self._read_settings()

    def _read_settings(self):
        with open(self.source, encoding="utf-8", errors="replace") as lines:
            for line in lines:
                if not line.startswith("#"):
                    break
                key, colon, value = line[1:].strip().partition(":")
                value = value.strip()
                if not colon:
                    continue
                if key == "args":
                    self.args = shlex.split(value)
                elif key == "stdin":
                    self.stdin += value.encode("latin-1", "backslashreplace").decode("unicode_escape")
                elif key == "file":
                    self.files.append(self.source.parent / value)
                elif key == "wasm":
                    self.wasm = value == "yes"
                elif key == "leaks":
                    self.leaks = value == "yes"
                elif key == "warnings":
                    self.warnings = value == "yes"
                elif key == "difference":
                    self.difference = value
                elif key == "timeout":
                    self.timeout = float(value)


class Outcome:
    """What a run of a program shows: exit code (negative: ended by that signal), stdout, last line of stderr."""

    def __init__(self, code, last_error, stdout):
        self.code = code
        self.last_error = last_error
        self.stdout = stdout

    def text(self):
        """The expectation's text; see the top of the file."""
        stderr = f"stderr: {self.last_error}".rstrip()
        return f"exit: {self.code}\n{stderr}\nstdout:\n{self.stdout}"


def read_text(path):
    """The file's text with its line ends as they are, or None when there is no such file."""
    try:
        with open(path, encoding="utf-8", newline="") as file:
            return file.read()
    except FileNotFoundError:
        return None


def find_programs(paths):
    """All programs below `paths`, in order of their names. Directories with a `main.py` are one program each."""
    found = []
    for path in paths:
        path = Path(path).resolve()
        if path.is_file():
            found.append(Program(path))
        elif (path / "main.py").is_file():
            found.append(Program(path / "main.py"))
        elif path.is_dir():
            found += find_programs(sorted(p for p in path.iterdir() if p.is_dir() or p.suffix == ".py"))
    return found


def run(program, command, directory, environment=None):
    """Run `command` plus the program's arguments in `directory`, which should be empty.

    Returns the outcome and all of stderr's bytes. Raises subprocess.TimeoutExpired.
    """
    for file in program.files:
        shutil.copy(file, directory)
    env = dict(os.environ, PYTHONHASHSEED="0", PYTHONUTF8="1", LC_ALL="C.UTF-8")
    env.pop("PYTHONSTARTUP", None)
    env.update(environment or {})
    result = subprocess.run(
        command + program.args, cwd=directory, env=env, input=program.stdin.encode("utf-8"),
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=program.timeout)
    errors = result.stderr.decode("utf-8", "replace").rstrip("\n").split("\n")
    return Outcome(result.returncode, errors[-1], result.stdout.decode("utf-8", "backslashreplace")), result.stderr
