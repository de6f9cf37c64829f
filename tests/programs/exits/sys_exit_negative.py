import sys
print("negative")
sys.exit(-1)
