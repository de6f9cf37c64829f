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

An expectation is text: `exit: CODE`, `stderr:` with the whole of stderr in indented lines, then `stdout:` and after that
line the output itself. Two things are shown as they are not: addresses of objects in stderr are 0x…, and the directory
in which the program runs is left out of paths. CPython makes the path of the script absolute; Molt names files relative
to the main module's directory. The sources are copied to where the program runs, so both find the lines for tracebacks.
"""
import os
import re
import shlex
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
ADDRESS = re.compile(r"\b0x[0-9a-f]{6,}")
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
    """What a run of a program shows: exit code (negative: ended by that signal), stdout, stderr as the top says."""

    def __init__(self, code, stderr, stdout, directory):
        self.code = code
        self.stderr = ADDRESS.sub("0x…", stderr.replace(f"{directory}/", ""))
        self.stdout = stdout.replace(f"{directory}/", "")

    def text(self):
        """The expectation's text; see the top of the file."""
        stderr = "stderr:\n"
        if self.stderr:
            lines = self.stderr.split("\n")
            if lines[-1]:
                stderr = "stderr (ends without a newline):\n"
            else:
                lines.pop()
            stderr += "".join(f"  {line}\n" if line else "\n" for line in lines)
        return f"exit: {self.code}\n{stderr}stdout:\n{self.stdout}"


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


def copy_sources(program, directory):
    """Copy the program's file, or all Python files of its directory, to where it is going to run."""
    if program.source.name != "main.py":
        shutil.copy(program.source, directory)
        return
    for file in program.source.parent.rglob("*.py"):
        copy = Path(directory) / file.relative_to(program.source.parent)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, copy)


def run(program, command, directory, environment=None):
    """Run `command` plus the program's arguments in `directory`, which should be empty.

    Returns the outcome and all of stderr's bytes. Raises subprocess.TimeoutExpired.
    """
    copy_sources(program, directory)
    for file in program.files:
        shutil.copy(file, directory)
    env = dict(os.environ, PYTHONHASHSEED="0", PYTHONUTF8="1", LC_ALL="C.UTF-8")
    env.pop("PYTHONSTARTUP", None)
    env.update(environment or {})
    result = subprocess.run(
        command + program.args, cwd=directory, env=env, input=program.stdin.encode("utf-8"),
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=program.timeout)
    outcome = Outcome(result.returncode, result.stderr.decode("utf-8", "backslashreplace"),
                      result.stdout.decode("utf-8", "backslashreplace"), directory)
    return outcome, result.stderr
