import MoltABI

// The module `time`. CPython: Modules/timemodule.c.

private enum TimeModule {
  static var structTime: TypePointer? = nil
}

private func seconds(_ clock: Int) -> Value { Value(Double(molt_system_clock(Int32(clock))) * 1e-9) }
private func nanoseconds(_ clock: Int) -> Value { makeInt(molt_system_clock(Int32(clock))) }

func setUpTimeModule(_ module: ModulePointer) -> Bool {
  setDoc(module, "Clocks, sleeping and calendar times.")
  addFunction(module, "time", 0, 0, { _, _, _, _ in seconds(Int(MOLT_CLOCK_REAL)) })
  addFunction(module, "time_ns", 0, 0, { _, _, _, _ in nanoseconds(Int(MOLT_CLOCK_REAL)) })
  addFunction(module, "perf_counter", 0, 0, { _, _, _, _ in seconds(Int(MOLT_CLOCK_MONOTONIC)) })
  addFunction(module, "perf_counter_ns", 0, 0, { _, _, _, _ in nanoseconds(Int(MOLT_CLOCK_MONOTONIC)) })
  addFunction(module, "monotonic", 0, 0, { _, _, _, _ in seconds(Int(MOLT_CLOCK_MONOTONIC)) })
  addFunction(module, "monotonic_ns", 0, 0, { _, _, _, _ in nanoseconds(Int(MOLT_CLOCK_MONOTONIC)) })
  addFunction(module, "process_time", 0, 0, { _, _, _, _ in seconds(Int(MOLT_CLOCK_PROCESS)) })
  addFunction(module, "process_time_ns", 0, 0, { _, _, _, _ in nanoseconds(Int(MOLT_CLOCK_PROCESS)) })
  addFunction(module, "thread_time", 0, 0, { _, _, _, _ in seconds(Int(MOLT_CLOCK_THREAD)) })
  addFunction(module, "thread_time_ns", 0, 0, { _, _, _, _ in nanoseconds(Int(MOLT_CLOCK_THREAD)) })
  addFunction(module, "sleep", 1, 1, sleep)
  let type = newStructType(
    "time.struct_time", "tm_year tm_mon tm_mday tm_hour tm_min tm_sec tm_wday tm_yday tm_isdst",
    hidden: "tm_zone tm_gmtoff")
  addConstant(module, "_STRUCT_TM_ITEMS", Value(smallInt: 11))
  TimeModule.structTime = type
  addType(module, "struct_time", type)
  addFunction(module, "localtime", 0, 1, { _, args, count, _ in split(args, count, isLocal: 1) })
  addFunction(module, "gmtime", 0, 1, { _, args, count, _ in split(args, count, isLocal: 0) })
  addFunction(
    module, "mktime", 1, 1,
    { _, args, _, _ in
      var time = MoltTime()
      if !timeParts(args![0], &time) { return .null }
      return Value(Double(molt_system_join_time(&time)))
    })
  addFunction(module, "strftime", 1, 2, strftime)
  addFunction(
    module, "asctime", 0, 1,
    { _, args, count, _ in
      var time = MoltTime()
      if count > 0 {
        if !timeParts(args![0], &time) { return .null }
      } else {
        _ = molt_system_split_time(molt_system_clock(Int32(MOLT_CLOCK_REAL)) / 1_000_000_000, 1, &time)
      }
      return dateText(time)
    })
  addFunction(
    module, "ctime", 0, 1,
    { _, args, count, _ in
      var time = MoltTime()
      var when: Int64 = 0
      if !secondsArgument(args, count, &when) { return .null }
      _ = molt_system_split_time(when, 1, &time)
      return dateText(time)
    })
  var here = MoltTime()
  _ = molt_system_split_time(0, 1, &here)
  addConstant(module, "timezone", makeInt(-Int64(here.offset)))
  addConstant(module, "altzone", makeInt(-Int64(here.offset)))
  addConstant(module, "daylight", Value(smallInt: 0))
  let zone = makeString(cString: here.zone)
  addConstant(module, "tzname", makeTuple(zone, zone))
  release(zone)
  return true
}

private func sleep(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let value = args![0]
  var duration = 0.0
  if value.isFloat {
    duration = value.float
    if duration.isNaN { return raise(Exceptions.valueError, "Invalid value NaN (not a number)") }
  } else {
    let index = indexValue(value)
    if index.isNull { return .null }
    duration = intToDouble(exactInt(index))
    release(index)
  }
  if duration < 0 { return raise(Exceptions.valueError, "sleep length must be non-negative") }
  if duration > 9.2e9 { return raise(Exceptions.overflowError, "timestamp out of range for platform time_t") }
  if molt_system_sleep(Int64((duration * 1e9).rounded(.up))) != 0 {
    raiseSystemError()
    return .null
  }
  return .none
}

/// The optional argument of localtime and the like: whole seconds, now if missing or None.
private func secondsArgument(_ args: Arguments?, _ count: Int32, _ out: inout Int64) -> Bool {
  if count == 0 || args![0].isNone {
    out = molt_system_clock(Int32(MOLT_CLOCK_REAL)) / 1_000_000_000
    return true
  }
  if args![0].isFloat {
    let x = args![0].float.rounded(.down)
    if x.isNaN {
      raise(Exceptions.valueError, "Invalid value NaN (not a number)")
      return false
    }
    if x.magnitude > 9.2e18 {
      raise(Exceptions.overflowError, "timestamp out of range for platform time_t")
      return false
    }
    out = Int64(x)
    return true
  }
  var n = 0
  if !indexOf(args![0], &n) { return false }
  out = Int64(n)
  return true
}

private func split(_ args: Arguments?, _ count: Int32, isLocal: Int32) -> Value {
  var when: Int64 = 0
  if !secondsArgument(args, count, &when) { return .null }
  var time = MoltTime()
  if molt_system_split_time(when, isLocal, &time) != 0 {
    raiseSystemError()
    return .null
  }
  let result = newTuple(11)
  let items = tupleItems(result)
  items[0] = makeInt(Int64(time.year))
  items[1] = makeInt(Int64(time.month))
  items[2] = makeInt(Int64(time.day))
  items[3] = makeInt(Int64(time.hour))
  items[4] = makeInt(Int64(time.minute))
  items[5] = makeInt(Int64(time.second))
  items[6] = makeInt(Int64(time.weekday))
  items[7] = makeInt(Int64(time.yearday))
  items[8] = makeInt(Int64(time.isDaylightSaving))
  items[9] = makeString(cString: time.zone)
  items[10] = makeInt(Int64(time.offset))
  return makeStruct(TimeModule.structTime!, result)
}

/// Reads a tuple of nine ints.
private func timeParts(_ value: Value, _ time: inout MoltTime) -> Bool {
  if !isTuple(value) {
    raise(Exceptions.typeError, "Tuple or struct_time argument required")
    return false
  }
  if tupleCount(value) < 9 {
    raise(Exceptions.typeError, "illegal time tuple argument")
    return false
  }
  return withUnsafeTemporaryAllocation(of: Int32.self, capacity: 9) { parts in
    var i = 0
    while i < 9 {
      var n = 0
      if !indexOf(tupleItems(value)[i], &n) { return false }
      parts[i] = Int32(clamping: n)
      i += 1
    }
    time.year = parts[0]
    time.month = max(parts[1], 1)
    time.day = max(parts[2], 1)
    time.hour = parts[3]
    time.minute = parts[4]
    time.second = parts[5]
    time.weekday = parts[6]
    time.yearday = max(parts[7], 1)
    time.isDaylightSaving = parts[8]
    if time.month > 12 { return badPart("month out of range") }
    if time.day > 31 { return badPart("day of month out of range") }
    if time.hour < 0 || time.hour > 23 { return badPart("hour out of range") }
    if time.minute < 0 || time.minute > 59 { return badPart("minute out of range") }
    if time.second < 0 || time.second > 61 { return badPart("seconds out of range") }
    if time.weekday < 0 { return badPart("day of week out of range") }
    if time.yearday > 366 { return badPart("day of year out of range") }
    return true
  }
}

private func badPart(_ message: StaticString) -> Bool {
  raise(Exceptions.valueError, message)
  return false
}

private func strftime(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  if !isStr(args![0]) {
    return raise(Exceptions.typeError) {
      $0.append("strftime() argument 1 must be str, not ")
      $0.append(argumentTypeName(args![0]))
    }
  }
  var time = MoltTime()
  if count > 1 {
    if !timeParts(args![1], &time) { return .null }
  } else {
    _ = molt_system_split_time(molt_system_clock(Int32(MOLT_CLOCK_REAL)) / 1_000_000_000, 1, &time)
  }
  if StrView(args![0]).count == 0 { return makeString("") }
  return withPath(args![0]) { format in
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 2048) { buffer in
      let n = molt_system_format_time(buffer.baseAddress!, 2048, format, &time)
      return makeString(utf8: UnsafeRawPointer(buffer.baseAddress!).assumingMemoryBound(to: UInt8.self), n)
    }
  }
}

private func dateText(_ time: MoltTime) -> Value {
  let days: StaticString = "MonTueWedThuFriSatSun"
  let months: StaticString = "JanFebMarAprMayJunJulAugSepOctNovDec"
  var builder = StringBuilder()
  func two(_ n: Int32) {
    if n < 10 { builder.append("0") }
    builder.append(int: Int(n))
  }
  builder.append(utf8: days.utf8Start + Int(time.weekday % 7) * 3, 3)
  builder.append(" ")
  builder.append(utf8: months.utf8Start + Int(time.month - 1) * 3, 3)
  builder.append(time.day < 10 ? "  " : " ")
  builder.append(int: Int(time.day))
  builder.append(" ")
  two(time.hour)
  builder.append(":")
  two(time.minute)
  builder.append(":")
  two(time.second)
  builder.append(" ")
  builder.append(int: Int(time.year))
  return builder.finish()
}
