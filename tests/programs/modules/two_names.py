# A module of the runtime that is imported under both of its names is one: types, functions and what they know.
# wasm: yes
import _functools
import _io
import _operator
import functools
import io
import operator

print(_io.StringIO is io.StringIO, _functools.partial is functools.partial, _operator.itemgetter is operator.itemgetter)
print(isinstance(_io.BytesIO(b"a"), io.BytesIO), _functools.reduce is functools.reduce)
