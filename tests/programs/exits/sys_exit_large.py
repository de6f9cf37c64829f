# Exit codes are cut to eight bits.
import sys
sys.exit(256 + 7)
