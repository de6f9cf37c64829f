"""The groups of programs that bench/run measures, and what each is to reach against which peer."""
import statistics
from dataclasses import dataclass, field

MOLT = "Molt"
CPYTHON = "CPython 3.12"
OTHER_CPYTHON = "CPython 3.11"
PYPY = "PyPy"
C = "C -O2"


@dataclass(frozen=True)
class Bar:
    """How many times a peer's time Molt's is to be: for each program, and in the geometric mean."""

    each: float
    mean: float | None = None
    # Being exactly as fast is not enough.
    strict: bool = False

    def is_met(self, ratio):
        return ratio > self.each if self.strict else ratio >= self.each

    @property
    def text(self):
        each = f"each {'>' if self.strict else '≥'} {self.each:g}"
        return each if self.mean is None else f"{each}, mean ≥ {self.mean:g}"


@dataclass(frozen=True)
class Group:
    title: str
    programs: tuple
    bars: dict = field(default_factory=dict)
    # Peak memory is not to be above CPython's.
    limits_memory: bool = True

    @property
    def has_c(self):
        return C in self.bars

    @property
    def memory_text(self):
        return f"≤ {CPYTHON}" if self.limits_memory else ""

    def bar_text(self, peer):
        return self.bars[peer].text if peer in self.bars else ""

    def mark(self, peer, text, ratio):
        return text if peer not in self.bars or self.bars[peer].is_met(ratio) else f"{text} ✗"

    def mark_memory(self, text, mib, peer_mib):
        return f"{text} ✗" if self.limits_memory and mib > peer_mib else text

    def results(self, measured):
        """A row for each bar: what, what is to be reached, what was measured, met or missed.

        `measured` holds by program the Series by peer.
        """
        rows = []
        for peer, bar in self.bars.items():
            ratios = {n: series[peer].median / series[MOLT].median for n, series in measured.items() if peer in series}
            if not ratios:
                continue
            lowest = min(ratios, key=ratios.get)
            missed = [n for n in ratios if not bar.is_met(ratios[n])]
            rows.append([f"{self.title}: each against {peer}", f"{'>' if bar.strict else '≥'} {bar.each:g}",
                         f"lowest {ratios[lowest]:.2f} ({lowest})", verdict(not missed, missed)])
            if bar.mean is not None:
                mean = statistics.geometric_mean(ratios.values())
                rows.append([f"{self.title}: geometric mean against {peer}", f"≥ {bar.mean:g}", f"{mean:.2f}",
                             verdict(mean >= bar.mean)])
        if self.limits_memory and measured:
            above = [n for n, series in measured.items() if series[MOLT].mib > series[CPYTHON].mib]
            highest = max(series[MOLT].mib / series[CPYTHON].mib for series in measured.values())
            rows.append([f"{self.title}: peak memory of each", f"≤ {CPYTHON}", f"at most {highest:.2f} of it",
                         verdict(not above, above)])
        return rows


def verdict(is_met, missed=()):
    return "met" if is_met else " ".join(["✗", *missed])


class HELLO:
    """What a program that prints one line is to cost."""

    milliseconds = 2
    kilobytes = 1000
    mib = 4

    @staticmethod
    def results(series, size):
        return [
            ["hello, world: start to exit", f"≤ {HELLO.milliseconds} ms", f"{series.median * 1000:.1f} ms",
             verdict(series.median * 1000 <= HELLO.milliseconds)],
            ["hello, world: executable, stripped", f"≤ {HELLO.kilobytes} kB", f"{size:.0f} kB",
             verdict(size <= HELLO.kilobytes)],
            ["hello, world: peak memory", f"≤ {HELLO.mib} MiB", f"{series.mib:.1f} MiB",
             verdict(series.mib <= HELLO.mib)],
        ]


GROUPS = [
    Group("Numbers and objects",
          ("fib", "nbody", "spectral_norm", "fannkuch", "mandelbrot", "richards", "binary_trees", "nqueens"),
          # At most twice the time of C, so half its speed.
          {CPYTHON: Bar(4, 15), PYPY: Bar(1, strict=True), C: Bar(0.5)}),
    Group("Containers, text and exceptions",
          ("deltablue", "list_matmul", "json", "dict_heavy", "generator_pipeline", "wordcount", "string_building",
           "exceptions", "sort_keys", "pidigits"),
          {CPYTHON: Bar(1, 4, strict=True)}),
    Group("Larger programs", ("lang", "route"), limits_memory=False),
]
