# wasm: yes
# What was printed without a newline comes before the report.
import sys

sys.stdout.write("no newline")
sys.stderr.write("on stderr, no newline: ")
raise ValueError("report")
