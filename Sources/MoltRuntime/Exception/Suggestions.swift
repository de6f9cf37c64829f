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

/// Edit distance, or more than `limit` as soon as it is known to be more. Works on UTF-8 bytes in CPython; the
/// difference shows for names outside ASCII only.
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
    let a = StrView(name), b = StrView(candidate)
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

  mutating func considerAll(list: Value) {
    if listCount(list) >= Limits.candidates { return }
    var i = 0
    while i < listCount(list) {
      consider(listItems(list)[i])
      i += 1
    }
  }
}

/// The name to suggest for an exception: owned str, or null.
private func suggestion(_ exception: Value) -> Value {
  let type = typeOf(exception)
  if isSubtype(type, Exceptions.nameError) {
    let name = exceptionField(exception, ExceptionField.nameErrorName).pointee
    return name.isNull || !isStr(name) ? .null : nameSuggestion(exception, name)
  }
  if isSubtype(type, Exceptions.attributeError) {
    let name = exceptionField(exception, ExceptionField.attributeErrorName).pointee
    let object = exceptionField(exception, ExceptionField.attributeErrorObject).pointee
    if name.isNull || object.isNull || !isStr(name) { return .null }
    return suggestionAmongAttributes(object, name)
  }
  if isSubtype(type, Exceptions.importError) {
    let module = exceptionField(exception, ExceptionField.importErrorName).pointee
    let name = exceptionField(exception, ExceptionField.importErrorNameFrom).pointee
    if module.isNull || name.isNull || !isStr(name) || !isStr(module) { return .null }
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

private func nameSuggestion(_ exception: Value, _ name: Value) -> Value {
  var entry = exceptionObject(exception).pointee.traceback
  if entry.isNull { return .null }
  while !tracebackObject(entry).pointee.next.isNull { entry = tracebackObject(entry).pointee.next }
  guard let code = tracebackObject(entry).pointee.code else { return .null }
  var search = SuggestionSearch(name)
  let parameters =
    Int(code.pointee.positionalCount + code.pointee.keywordOnlyCount)
    + (code.pointee.flags & Int32(MOLT_CODE_VARARGS) != 0 ? 1 : 0)
    + (code.pointee.flags & Int32(MOLT_CODE_VARKEYWORDS) != 0 ? 1 : 0)
  var i = 0
  while i < parameters {
    search.consider(code.pointee.paramNames[i])
    i += 1
  }
  i = 0
  while i < Int(code.pointee.localCount) {
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
  if isSubtype(typeOf(exception), Exceptions.nameError) {
    let name = exceptionField(exception, ExceptionField.nameErrorName).pointee
    if !name.isNull && isStr(name) && isStandardModuleName(name) { forgotten = name }
  }
  if !found.isNull {
    builder.append(". Did you mean: '")
    builder.append(found)
    builder.append("'")
    release(found)
    if forgotten.isNull {
      builder.append("?")
      return
    }
    builder.append(" or did you forget to import '")
    builder.append(forgotten)
    builder.append("'?")
  } else if !forgotten.isNull {
    builder.append(". Did you forget to import '")
    builder.append(forgotten)
    builder.append("'?")
  }
}

/// Whether the name is one of `sys.stdlib_module_names` that people forget to import.
private func isStandardModuleName(_ name: Value) -> Bool {
  let names: StaticString =
    " abc argparse array ast asyncio base64 bisect builtins calendar cmath codecs collections concurrent configparser contextlib copy csv ctypes dataclasses datetime decimal difflib dis email enum errno fcntl fractions functools gc getpass glob gzip hashlib heapq html http importlib inspect io ipaddress itertools json keyword linecache locale logging lzma math mimetypes mmap multiprocessing numbers operator os pathlib pickle platform pprint queue random re resource sched secrets select shelve shlex shutil signal site socket sqlite3 ssl stat statistics string struct subprocess symtable sys tempfile textwrap threading time timeit token tokenize tomllib trace traceback types typing unicodedata unittest urllib uuid warnings weakref xml zipfile zlib zoneinfo "
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
