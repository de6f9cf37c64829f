/// What the built-in functions, types, methods and native modules do with types: one line each, `name = result; effect`.
/// `name/2` is the same for a call with two positional arguments. The language is that of `BuiltinSpec`:
///
///     int str none …      a simple kind
///     $0 $1 $key *        an argument by position or keyword, all positional arguments
///     @                   the receiver of a method
///     a | b               either
///     el(x) next(x)       what iterating over x, or the iterator x, yields
///     key(x) val(x)       keys and values of a dict; item(x, 0): one of the values of a tuple
///     list[x] set[x] tuple[x, y] dict[k, v] iter[x] opaque[name]
///     call(f, x)          f called with x
///     el(@) <- x          x goes into the receiver's elements
enum BuiltinModel {
  static let text = """
    abs = abs($0)
    all = bool
    any = bool
    ascii = str
    bin = str
    bool = bool
    bytearray = opaque[bytearray]
    bytes = bytes
    callable = bool
    chr = str
    classmethod = classmethod[$0]
    complex = complex
    delattr = none
    dict = dict[key(dictof($0)) | names(*), val(dictof($0)) | named(*)]
    dict.fromkeys = dict[el($0), none]
    dict.fromkeys/2 = dict[el($0), $1]
    dir = list[str]
    divmod = tuple[abs($0) | abs($1), abs($0) | abs($1)]
    enumerate = iter[tuple[int, el($0)]]
    filter = iter[el($1)]; call($0, el($1))
    float = float
    float.fromhex = float
    format = str
    frozenset = set[el($0)]
    getattr = nothing
    getattr/3 = $2
    globals = dict[str, nothing]
    hasattr = bool
    hash = int
    hex = str
    id = int
    input = str
    int = int
    int.from_bytes = int
    isinstance = bool
    issubclass = bool
    iter = iter[el($0)]
    len = int
    list = list[el($0)]
    map = iter[call($0, el($1), el($2), el($3))]
    max = * | $default; order(*); call($key, *)
    max/1 = el($0) | $default; order(el($0)); call($key, el($0))
    min = * | $default; order(*); call($key, *)
    min/1 = el($0) | $default; order(el($0)); call($key, el($0))
    next = next($0)
    next/2 = next($0) | $1
    object = opaque[object]
    oct = str
    open = opaque[file]
    ord = int
    pow = abs($0) | abs($1)
    print = none
    property = property[$0]
    range = range
    repr = str
    reversed = iter[el($0)]
    round = abs($0)
    round/1 = int
    set = set[el($0)]
    setattr = none
    slice = slice
    sorted = list[el($0)]; order(el($0)); call($key, el($0))
    staticmethod = staticmethod[$0]
    str = str
    str.join = str
    str.maketrans = dict[int, nothing]
    sum = sum(el($0)) | $1 | $start
    tuple = tuple[el($0)...]
    type = nothing
    type/1 = class($0)
    vars = dict[str, nothing]
    zip = iter[tuple(el*)]

    int.bit_length = int
    int.bit_count = int
    int.to_bytes = bytes
    int.conjugate = int
    int.is_integer = bool
    int.as_integer_ratio = tuple[int, int]
    float.is_integer = bool
    float.hex = str
    float.as_integer_ratio = tuple[int, int]
    float.conjugate = float
    complex.conjugate = complex

    str.capitalize = str
    str.casefold = str
    str.center = str
    str.count = int
    str.encode = bytes
    str.endswith = bool
    str.expandtabs = str
    str.find = int
    str.format = str
    str.format_map = str
    str.index = int
    str.isalnum = bool
    str.isalpha = bool
    str.isascii = bool
    str.isdecimal = bool
    str.isdigit = bool
    str.isidentifier = bool
    str.islower = bool
    str.isnumeric = bool
    str.isprintable = bool
    str.isspace = bool
    str.istitle = bool
    str.isupper = bool
    str.ljust = str
    str.lower = str
    str.lstrip = str
    str.partition = tuple[str, str, str]
    str.removeprefix = str
    str.removesuffix = str
    str.replace = str
    str.rfind = int
    str.rindex = int
    str.rjust = str
    str.rpartition = tuple[str, str, str]
    str.rsplit = list[str]
    str.rstrip = str
    str.split = list[str]
    str.splitlines = list[str]
    str.startswith = bool
    str.strip = str
    str.swapcase = str
    str.title = str
    str.translate = str
    str.upper = str
    str.zfill = str

    bytes.count = int
    bytes.decode = str
    bytes.endswith = bool
    bytes.find = int
    bytes.fromhex = bytes
    bytes.hex = str
    bytes.index = int
    bytes.isdigit = bool
    bytes.isspace = bool
    bytes.join = bytes
    bytes.lower = bytes
    bytes.lstrip = bytes
    bytes.partition = tuple[bytes, bytes, bytes]
    bytes.replace = bytes
    bytes.rfind = int
    bytes.rstrip = bytes
    bytes.split = list[bytes]
    bytes.splitlines = list[bytes]
    bytes.startswith = bool
    bytes.strip = bytes
    bytes.translate = bytes
    bytes.upper = bytes

    list.append = none; el(@) <- $0
    list.clear = none
    list.copy = @
    list.count = int
    list.extend = none; el(@) <- el($0)
    list.index = int
    list.insert = none; el(@) <- $1
    list.pop = el(@)
    list.remove = none
    list.reverse = none
    list.sort = none; order(el(@)); call($key, el(@))

    tuple.count = int
    tuple.index = int
    range.count = int
    range.index = int

    dict.clear = none
    dict.copy = dict[key(@), val(@)]
    dict.get = val(@) | none
    dict.get/2 = val(@) | $1
    dict.items = iter[tuple[key(@), val(@)]]
    dict.keys = iter[key(@)]
    dict.pop = val(@)
    dict.pop/2 = val(@) | $1
    dict.popitem = tuple[key(@), val(@)]
    dict.setdefault = val(@) | none; key(@) <- $0
    dict.setdefault/2 = val(@) | $1; key(@) <- $0; val(@) <- $1
    dict.update = none; update(@, $0); val(@) <- named(*); key(@) <- names(*)
    dict.values = iter[val(@)]

    set.add = none; el(@) <- $0
    set.clear = none
    set.copy = set[el(@)]
    set.difference = set[el(@)]
    set.difference_update = none
    set.discard = none
    set.intersection = set[el(@)]
    set.intersection_update = none
    set.isdisjoint = bool
    set.issubset = bool
    set.issuperset = bool
    set.pop = el(@)
    set.remove = none
    set.symmetric_difference = set[el(@) | el($0)]
    set.union = set[el(@) | el($0) | el($1)]
    set.update = none; el(@) <- el($0)

    generator.close = none
    generator.send = next(@); sent(@) <- $0
    generator.throw = next(@)

    bytearray.append = none
    bytearray.decode = str
    bytearray.extend = none
    file.close = none
    file.flush = none
    file.read = str
    file.readline = str
    file.readlines = list[str]
    file.write = int

    math.acos = float
    math.acosh = float
    math.asin = float
    math.asinh = float
    math.atan = float
    math.atan2 = float
    math.atanh = float
    math.cbrt = float
    math.ceil = int
    math.comb = int
    math.copysign = float
    math.cos = float
    math.cosh = float
    math.degrees = float
    math.dist = float
    math.erf = float
    math.erfc = float
    math.exp = float
    math.exp2 = float
    math.expm1 = float
    math.fabs = float
    math.factorial = int
    math.floor = int
    math.fmod = float
    math.frexp = tuple[float, int]
    math.fsum = float
    math.gamma = float
    math.gcd = int
    math.hypot = float
    math.isclose = bool
    math.isfinite = bool
    math.isinf = bool
    math.isnan = bool
    math.isqrt = int
    math.lcm = int
    math.ldexp = float
    math.lgamma = float
    math.log = float
    math.log10 = float
    math.log1p = float
    math.log2 = float
    math.modf = tuple[float, float]
    math.nextafter = float
    math.perm = int
    math.pow = float
    math.prod = sum(el($0))
    math.radians = float
    math.remainder = float
    math.sin = float
    math.sinh = float
    math.sqrt = float
    math.sumprod = sum(el($0)) | sum(el($1))
    math.tan = float
    math.tanh = float
    math.trunc = int
    math.ulp = float

    time.monotonic = float
    time.perf_counter = float
    time.perf_counter_ns = int
    time.process_time = float
    time.sleep = none
    time.time = float
    time.time_ns = int

    sys.exit = nothing
    sys.getrecursionlimit = int
    sys.getrefcount = int
    sys.getsizeof = int
    sys.intern = str
    sys.setrecursionlimit = none

    functools.cache = wrap[$0]
    functools.cached_property = property[$0]
    functools.cmp_to_key = nothing
    functools.lru_cache = identity
    functools.lru_cache/1 = wrap[$0] | identity
    functools.partial = wrap[$0]; call($0, $1, $2, $3)
    functools.reduce = el($1) | call($0, el($1), el($1))
    functools.reduce/3 = $2 | call($0, $2, el($1)) | call($0, call($0, $2, el($1)), el($1))
    functools.total_ordering = $0
    functools.update_wrapper = $0
    functools.wraps = identity
    <identity> = $0

    heapq.heapify = none; order(el($0))
    heapq.heappop = el($0)
    heapq.heappush = none; el($0) <- $1; order($1)
    heapq.heappushpop = el($0) | $1; el($0) <- $1
    heapq.heapreplace = el($0); el($0) <- $1
    heapq.merge = iter[el(el*)]
    heapq.nlargest = list[el($1)]; call($key, el($1))
    heapq.nsmallest = list[el($1)]; call($key, el($1))

    itertools.accumulate = iter[el($0)]
    itertools.accumulate/2 = iter[el($0) | call($1, el($0), el($0))]
    itertools.chain = iter[el*]
    itertools.chain.from_iterable = iter[el(el($0))]
    itertools.combinations = iter[tuple[el($0)...]]
    itertools.combinations_with_replacement = iter[tuple[el($0)...]]
    itertools.compress = iter[el($0)]
    itertools.count = iter[int]
    itertools.count/1 = iter[abs($0)]
    itertools.count/2 = iter[abs($0) | abs($1)]
    itertools.cycle = iter[el($0)]
    itertools.dropwhile = iter[el($1)]; call($0, el($1))
    itertools.filterfalse = iter[el($1)]; call($0, el($1))
    itertools.groupby = iter[tuple[el($0), iter[el($0)]]]
    itertools.groupby/2 = iter[tuple[call($1, el($0)), iter[el($0)]]]
    itertools.islice = iter[el($0)]
    itertools.pairwise = iter[tuple[el($0), el($0)]]
    itertools.permutations = iter[tuple[el($0)...]]
    itertools.product = iter[tuple(el*)]
    itertools.repeat = iter[$0]
    itertools.starmap = iter[call($0, item(el($1), 0), item(el($1), 1))]
    itertools.takewhile = iter[el($1)]; call($0, el($1))
    itertools.tee = tuple[iter[el($0)]...]
    itertools.zip_longest = iter[tuple(el*)]

    _random.Random = opaque[Random]
    Random.random = float
    Random.getrandbits = int
    Random.seed = none
    """

  /// The specification of each name.
  static let specs: [Substring: Substring] = {
    var result: [Substring: Substring] = [:]
    for line in text.split(separator: "\n") {
      guard let equals = line.firstIndex(of: "=") else { continue }
      result[line[..<equals].dropLast()] = line[equals...].dropFirst(2)
    }
    return result
  }()

  static let exceptions: Set<String> = Set(
    """
    ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup BlockingIOError BrokenPipeError \
    BufferError BytesWarning ChildProcessError ConnectionAbortedError ConnectionError ConnectionRefusedError \
    ConnectionResetError DeprecationWarning EOFError EncodingWarning EnvironmentError Exception ExceptionGroup \
    FileExistsError FileNotFoundError FloatingPointError FutureWarning GeneratorExit IOError ImportError ImportWarning \
    IndentationError IndexError InterruptedError IsADirectoryError KeyError KeyboardInterrupt LookupError MemoryError \
    ModuleNotFoundError NameError NotADirectoryError NotImplementedError OSError OverflowError \
    PendingDeprecationWarning PermissionError ProcessLookupError RecursionError ReferenceError ResourceWarning \
    RuntimeError RuntimeWarning StopAsyncIteration StopIteration SyntaxError SyntaxWarning SystemError SystemExit \
    TabError TimeoutError TypeError UnboundLocalError UnicodeDecodeError UnicodeEncodeError UnicodeError \
    UnicodeTranslateError UnicodeWarning UserWarning ValueError Warning ZeroDivisionError
    """.split(separator: " ").map(String.init))
}

/// Built-in types that a program may name.
let builtinTypes: Set<String> = BuiltinModel.exceptions.union([
  "bool", "bytearray", "bytes", "classmethod", "complex", "dict", "enumerate", "filter", "float", "frozenset", "int",
  "list", "map", "object", "property", "range", "reversed", "set", "slice", "staticmethod", "str", "tuple", "type",
  "zip",
])

/// Attributes that are plain data.
let attributeTypes: [String: LikelyType.Kinds] = [
  "int.real": .int, "int.imag": .int, "int.numerator": .int, "int.denominator": .int, "float.real": .float,
  "float.imag": .float, "complex.real": .float, "complex.imag": .float, "range.start": .int, "range.stop": .int,
  "range.step": .int, "function.__name__": .str, "function.__qualname__": .str, "function.__module__": .str,
  "function.__doc__": .str, "class.__name__": .str, "class.__qualname__": .str, "class.__module__": .str,
]

/// Data in native modules, and what it holds.
let attributeSpecs: [String: String] = [
  "math.pi": "float", "math.e": "float", "math.tau": "float", "math.inf": "float", "math.nan": "float",
  "sys.argv": "list[str]", "sys.maxsize": "int", "sys.version": "str", "sys.platform": "str", "sys.byteorder": "str",
  "sys.maxunicode": "int", "sys.modules": "dict[str, nothing]", "sys.path": "list[str]", "sys.stdin": "opaque[file]",
  "sys.stdout": "opaque[file]", "sys.stderr": "opaque[file]", "sys.version_info": "tuple[int, int, int, str, int]",
]
