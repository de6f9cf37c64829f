"""Text tables and histograms."""


def table(rows, heads):
    rows = [tuple(map(str, row)) for row in (heads, *rows)]
    widths = [max(map(len, column)) for column in zip(*rows)]
    lines = []
    for row in rows:
        first, *rest = (f"{cell:<{width}}" if i == 0 else f"{cell:>{width}}"
                        for i, (cell, width) in enumerate(zip(row, widths)))
        lines.append("  ".join([first, *rest]))
    return "\n".join(lines)


def histogram(counts, width=40):
    top = max(counts.values())
    return "\n".join(f"{key:>3} {'*' * (n * width // top):{width}} {n}" for key, n in sorted(counts.items()))
