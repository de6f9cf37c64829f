import MoltABI

// "Did you mean" at the end of an uncaught exception's message. CPython: Python/suggestions.c.

private enum Limits {
  static var candidates: Int { 750 }
  static var length: Int { 40 }
  static var moveCost: Int { 2 }
  static var caseCost: Int { 1 }
}

private func substitutionCost(_ a: UInt32, _ b: UInt32) -> Int {
  if a & 31 != b & 31 { return Limits.moveCost }
  if a == b { return 0 }
  let lowerA = a >= 0x41 && a <= 0x5a ? a + 32 : a
  let lowerB = b >= 0x41 && b <= 0x5a ? b + 32 : b
  return lowerA == lowerB ? Limits.caseCost : Limits.moveCost
}

/// Edit distance, or more than `limit` as soon as it is known to be more. The views are of UTF-8.
private func editDistance(_ a: StrView, _ b: StrView, _ limit: Int) -> Int {
  var a = a, b = b
  while a.count > 0, b.count > 0, a[0] == b[0] {
    a = a.slice(1, a.count)
    b = b.slice(1, b.count)
  }
  while a.count > 0, b.count > 0, a[a.count - 1] == b[b.count - 1] {
    a = a.slice(0, a.count - 1)
    b = b.slice(0, b.count - 1)
  }
  if a.count == 0 || b.count == 0 { return (a.count + b.count) * Limits.moveCost }
  if a.count > Limits.length || b.count > Limits.length { return limit + 1 }
  if b.count < a.count { swap(&a, &b) }
  if (b.count - a.count) * Limits.moveCost > limit { return limit + 1 }
  return withUnsafeTemporaryAllocation(of: Int.self, capacity: Limits.length + 1) { row in
    var i = 0
    while i < a.count {
      row[i] = (i + 1) * Limits.moveCost
      i += 1
    }
    var result = 0
    var j = 0
    while j < b.count {
      let code = b[j]
      var distance = j * Limits.moveCost
      result = distance
      var minimum = Int.max
      i = 0
      while i < a.count {
        let substitute = distance + substitutionCost(code, a[i])
        distance = row[i]
        let insertOrDelete = min(result, distance) + Limits.moveCost
        result = min(insertOrDelete, substitute)
        row[i] = result
        if result < minimum { minimum = result }
        i += 1
      }
      if minimum > limit { return limit + 1 }
      j += 1
    }
    return result
  }
}

/// The search for the candidate that is nearest to a name.
struct SuggestionSearch {
  let name: Value
  private(set) var best = Value.null  // owned
  private var bestDistance = Int.max

  init(_ name: Value) { self.name = name }

  mutating func consider(_ candidate: Value) {
    if !isStr(candidate) || stringsEqual(candidate, name) { return }
    withUTF8(name) { a in
      withUTF8(candidate) { b in
        var limit = (a.count + b.count + 3) * Limits.moveCost / 6
        limit = min(limit, bestDistance - 1)
        let distance = editDistance(a, b, limit)
        if distance > limit { return }
        if best.isNull || distance < bestDistance {
          releaseIfBound(best)
          best = retained(candidate)
          bestDistance = distance
        }
      }
    }
  }

  /// Calls `body` with the UTF-8 of a str, as a view of bytes.
  private func withUTF8(_ text: Value, _ body: (StrView) -> Void) {
    let view = StrView(text)
    if view.isASCII { return body(view) }
    let encoded = encodeText(text, .utf8, .null)
    if encoded.isNull { return clearException() }
    let bytes = BytesView(encoded)
    body(StrView(data: bytes.bytes, count: bytes.count, kind: 1, isASCII: false))
    release(encoded)
  }

  mutating func considerAll(list: Value) {
    if listCount(list) >= Limits.candidates { return }
    var i = 0
    while i < listCount(list) {
      consider(listItems(list)[i])
      i += 1
    }
  }
}

/// The name to suggest for an exception: owned str, or null. Instances of derived classes get none.
private func suggestion(_ exception: Value) -> Value {
  let type = typeOf(exception)
  if type == Exceptions.nameError {
    let name = exceptionField(exception, ExceptionField.nameErrorName).pointee
    return name.isNull || !isExactStr(name) ? .null : nameSuggestion(exception, name)
  }
  if type == Exceptions.attributeError {
    let name = exceptionField(exception, ExceptionField.attributeErrorName).pointee
    let object = exceptionField(exception, ExceptionField.attributeErrorObject).pointee
    if name.isNull || object.isNull || !isExactStr(name) { return .null }
    return suggestionAmongAttributes(object, name)
  }
  if type == Exceptions.importError {
    let module = exceptionField(exception, ExceptionField.importErrorName).pointee
    let name = exceptionField(exception, ExceptionField.importErrorNameFrom).pointee
    if module.isNull || name.isNull || !isExactStr(name) || !isExactStr(module) { return .null }
    let imported = dictGet(sysModules(), module)
    return imported.isNull ? .null : suggestionAmongAttributes(imported, name)
  }
  return .null
}

private func suggestionAmongAttributes(_ object: Value, _ name: Value) -> Value {
  let names = dirOf(object)
  if names.isNull { return .null }
  defer { release(names) }
  var search = SuggestionSearch(name)
  search.considerAll(list: names)
  return search.best
}

/// Gives a NameError the object whose attribute the missing name may be; `object` is null where it has none.
@c(molt_name_hint) func molt_name_hint(_ exception: Value, _ object: Value) {
  if object.isNull || typeOf(exception) != Exceptions.nameError { return }
  let slot = exceptionField(exception, ExceptionField.nameErrorSelf)
  if slot.pointee.isNull { slot.pointee = retained(object) }
}

private func nameSuggestion(_ exception: Value, _ name: Value) -> Value {
  var entry = exceptionObject(exception).pointee.traceback
  if entry.isNull { return .null }
  while !tracebackObject(entry).pointee.next.isNull { entry = tracebackObject(entry).pointee.next }
  guard let code = tracebackObject(entry).pointee.code else { return .null }
  let object = exceptionField(exception, ExceptionField.nameErrorSelf).pointee
  if !object.isNull {
    let attribute = getAttributeOrNull(object, name)
    if !attribute.isNull {
      release(attribute)
      var builder = StringBuilder()
      builder.append("self.")
      builder.append(name)
      return builder.finish()
    }
    clearException()
  }
  var search = SuggestionSearch(name)
  let parameters =
    Int(code.pointee.positionalCount + code.pointee.keywordOnlyCount)
    + (code.pointee.flags & Int32(MOLT_CODE_VARARGS) != 0 ? 1 : 0)
    + (code.pointee.flags & Int32(MOLT_CODE_VARKEYWORDS) != 0 ? 1 : 0)
  var i = 0
  let isFunction = code.pointee.flags & Int32(MOLT_CODE_FUNCTION) != 0
  while i < parameters {
    search.consider(code.pointee.paramNames[i])
    i += 1
  }
  i = 0
  while isFunction && i < Int(code.pointee.localCount) {
    search.consider(code.pointee.localNames[i])
    i += 1
  }
  if !search.best.isNull { return search.best }
  if let module = moduleOfFile(code.pointee.file) {
    let names = moduleNames(module)
    search.considerAll(list: names)
    release(names)
    if !search.best.isNull { return search.best }
  }
  let names = call1(Value(Types.list), builtinsDict())
  if names.isNull { return .null }
  search.considerAll(list: names)
  release(names)
  return search.best
}

/// Appends ". Did you mean: 'x'?" and ". Did you forget to import 'x'?" where CPython would. Errors are swallowed.
func appendSuggestion(_ builder: inout StringBuilder, _ exception: Value) {
  let found = suggestion(exception)
  clearException()
  var forgotten = Value.null
  if typeOf(exception) == Exceptions.nameError, !exceptionObject(exception).pointee.traceback.isNull {
    let name = exceptionField(exception, ExceptionField.nameErrorName).pointee
    if !name.isNull && isExactStr(name) && isStandardModuleName(name) { forgotten = name }
  }
  if !found.isNull {
    builder.append(". Did you mean: ")
    _ = builder.appendRepr(found)
    builder.append("?")
    release(found)
  }
  if !forgotten.isNull {
    builder.append(found.isNull ? ". Did you forget to import " : " Or did you forget to import ")
    _ = builder.appendRepr(forgotten)
    builder.append("?")
  }
}

/// The names of `sys.stdlib_module_names`.
private var standardModuleNames: StaticString {
  """
  \
    __future__ _abc _aix_support _ast _asyncio _bisect _blake2 _bz2 _codecs _codecs_cn _codecs_hk \
    _codecs_iso2022 _codecs_jp _codecs_kr _codecs_tw _collections _collections_abc _compat_pickle _compression \
    _contextvars _crypt _csv _ctypes _curses _curses_panel _datetime _dbm _decimal _elementtree \
    _frozen_importlib _frozen_importlib_external _functools _gdbm _hashlib _heapq _imp _io _json _locale _lsprof \
    _lzma _markupbase _md5 _msi _multibytecodec _multiprocessing _opcode _operator _osx_support _overlapped \
    _pickle _posixshmem _posixsubprocess _py_abc _pydatetime _pydecimal _pyio _pylong _queue _random _scproxy \
    _sha1 _sha2 _sha3 _signal _sitebuiltins _socket _sqlite3 _sre _ssl _stat _statistics _string _strptime \
    _struct _symtable _thread _threading_local _tkinter _tokenize _tracemalloc _typing _uuid _warnings _weakref \
    _weakrefset _winapi _zoneinfo abc aifc antigravity argparse array ast asyncio atexit audioop base64 bdb \
    binascii bisect builtins bz2 cProfile calendar cgi cgitb chunk cmath cmd code codecs codeop collections \
    colorsys compileall concurrent configparser contextlib contextvars copy copyreg crypt csv ctypes curses \
    dataclasses datetime dbm decimal difflib dis doctest email encodings ensurepip enum errno faulthandler fcntl \
    filecmp fileinput fnmatch fractions ftplib functools gc genericpath getopt getpass gettext glob graphlib grp \
    gzip hashlib heapq hmac html http idlelib imaplib imghdr importlib inspect io ipaddress itertools json \
    keyword lib2to3 linecache locale logging lzma mailbox mailcap marshal math mimetypes mmap modulefinder \
    msilib msvcrt multiprocessing netrc nis nntplib nt ntpath nturl2path numbers opcode operator optparse os \
    ossaudiodev pathlib pdb pickle pickletools pipes pkgutil platform plistlib poplib posix posixpath pprint \
    profile pstats pty pwd py_compile pyclbr pydoc pydoc_data pyexpat queue quopri random re readline reprlib \
    resource rlcompleter runpy sched secrets select selectors shelve shlex shutil signal site smtplib sndhdr \
    socket socketserver spwd sqlite3 sre_compile sre_constants sre_parse ssl stat statistics string stringprep \
    struct subprocess sunau symtable sys sysconfig syslog tabnanny tarfile telnetlib tempfile termios textwrap \
    this threading time timeit tkinter token tokenize tomllib trace traceback tracemalloc tty turtle turtledemo \
    types typing unicodedata unittest urllib uu uuid venv warnings wave weakref webbrowser winreg winsound \
    wsgiref xdrlib xml xmlrpc zipapp zipfile zipimport zlib zoneinfo \
   
  """
}

/// The set `sys.stdlib_module_names`, owned.
func standardModules() -> Value {
  let text = standardModuleNames
  let list = newList()
  defer { release(list) }
  var start = 0
  for i in 0..<text.utf8CodeUnitCount where text.utf8Start[i] == 0x20 {
    if i > start {
      let name = makeString(utf8: text.utf8Start + start, i - start)
      listAppend(list, name)
      release(name)
    }
    start = i + 1
  }
  return call1(Value(Types.frozenset), list)
}

private func isStandardModuleName(_ name: Value) -> Bool {
  let names = standardModuleNames
  let view = StrView(name), n = view.count
  if n == 0 { return false }
  var start = 0
  let total = names.utf8CodeUnitCount
  while start + n + 1 < total {
    if names.utf8Start[start] == 0x20 {
      var i = 0
      while i < n, view[i] == UInt32(names.utf8Start[start + 1 + i]), view[i] != 0x20 { i += 1 }
      if i == n && names.utf8Start[start + 1 + n] == 0x20 { return true }
    }
    start += 1
  }
  return false
}
