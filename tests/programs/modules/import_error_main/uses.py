print("uses")
from provider import present, absent
