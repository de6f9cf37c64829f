import reader
from config import *
def write(k, v): settings[k] = v
def is_config(c): return isinstance(c, Config)
def make(): return Config()
def read_via_reader(k): return reader.read(k)
