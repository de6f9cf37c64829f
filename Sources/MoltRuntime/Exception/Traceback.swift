import MoltABI

// traceback objects. A traceback entry is what a compiled function leaves behind when an exception passes through it: the
// function's MoltCode and the index of the position. Its frame object is made on demand, or the one that was kept.

struct TracebackObject {
  var header: MoltObject
  var next: Value  // traceback of the called function, or null
  var code: UnsafePointer<MoltCode>?
  var position: Int32  // index into the code's positions, -1: unknown; of an entry that a program made: see `madeBy`
  var line: Int32  // of an entry that a program made
  var frame: Value  // null until asked for

  /// What `position` is for an entry that a program made with this `tb_lasti`.
  static func madeBy(_ lasti: Int) -> Int32 { -0x100 - Int32(clamping: min(lasti, 1 << 30)) }
  var isMade: Bool { position <= -0x80 }
  var lasti: Int64 { isMade ? -0x100 - Int64(position) : Int64(position) * 2 }
}

@inline(__always) func tracebackObject(_ value: Value) -> UnsafeMutablePointer<TracebackObject> {
  value.pointer(TracebackObject.self)
}

/// The entry's place in the source; all -1 if the compiler left none.
func tracebackPosition(_ value: Value) -> MoltPosition {
  let entry = tracebackObject(value).pointee
  if entry.isMade { return MoltPosition(line: entry.line, endLine: -1, column: -1, endColumn: -1) }
  guard entry.position >= 0, let positions = entry.code?.pointee.positions else {
    return MoltPosition(line: entry.code?.pointee.firstLine ?? -1, endLine: -1, column: -1, endColumn: -1)
  }
  return positions[Int(entry.position)]
}

/// What the operation that has just failed says of its traceback entry.
enum TracebackPlace {
  /// It is a method call that did not find its method: the next row of positions is the one to be shown.
  static var isAttribute = false
  /// It raised again what is being handled, which gets no entry for that.
  static var isNone = false
}

/// Adds MoltCode and a position index to the traceback of the raised exception; called innermost function first.
@c(molt_traceback) func molt_traceback(_ code: UnsafePointer<MoltCode>?, _ position: Int32) {
  let raised = molt_thread.exception
  if raised.isNull { return }
  if TracebackPlace.isNone {
    TracebackPlace.isNone = false
    return
  }
  let entry = Value(allocateObject(Types.traceback, MemoryLayout<TracebackObject>.stride))
  let fields = tracebackObject(entry)
  let e = exceptionObject(raised)
  fields.pointee.next = e.pointee.traceback
  fields.pointee.code = code
  retainCode(code)
  fields.pointee.position = TracebackPlace.isAttribute ? position &+ 1 : position
  TracebackPlace.isAttribute = false
  if KeptFrames.areKept, let place = molt_places, place.pointee.code == code, !place.pointee.frame.isNull {
    fields.pointee.frame = retained(place.pointee.frame)
  }
  e.pointee.traceback = entry
}

// ------------------------------------------------------------------------------------------------------- lifetime

private func destroyTraceback(_ object: ObjectPointer?) {
  let entry = UnsafeMutableRawPointer(object!).assumingMemoryBound(to: TracebackObject.self)
  // Unlink the chain step by step: after deep recursion it is long.
  var next = entry.pointee.next
  entry.pointee.next = .null
  while !next.isNull, next.object.pointee.refCount == 1 {
    let after = tracebackObject(next).pointee.next
    tracebackObject(next).pointee.next = .null
    release(next)
    next = after
  }
  releaseIfBound(next)
  releaseIfBound(entry.pointee.frame)
  releaseCode(entry.pointee.code)
  freeObject(object!, MemoryLayout<TracebackObject>.stride)
}

// --------------------------------------------------------------------------------------------------- construction

private func frameOf(_ traceback: Value) -> Value {
  let entry = tracebackObject(traceback)
  if entry.pointee.frame.isNull {
    entry.pointee.frame = makeFrame(entry.pointee.code, line: tracebackPosition(traceback).line)
  }
  return retained(entry.pointee.frame)
}

/// str of a zero-terminated UTF-8 string, "" for null.
func makeString(cString text: UnsafePointer<CChar>?) -> Value {
  guard let text else { return makeString("") }
  return makeString(utf8: UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self), c_strlen(text))
}

// ---------------------------------------------------------------------------------------------------------- types

func setUpTracebackTypes() {
  let traceback = Types.traceback
  setUpType(
    traceback, "traceback", base: Types.object, size: MemoryLayout<TracebackObject>.stride,
    flags: UInt32(MOLT_TYPE_CONTAINER))
  traceback.pointee.destroy = destroyTraceback
  traceback.pointee.traverse = { object, visit, context in
    let entry = UnsafeMutableRawPointer(object!).assumingMemoryBound(to: TracebackObject.self)
    if !entry.pointee.next.isNull { visit!(entry.pointee.next, context) }
    if !entry.pointee.frame.isNull { visit!(entry.pointee.frame, context) }
  }
  traceback.pointee.clear = { object in
    let entry = UnsafeMutableRawPointer(object!).assumingMemoryBound(to: TracebackObject.self)
    replace(&entry.pointee.next, with: .null)
    replace(&entry.pointee.frame, with: .null)
  }
  traceback.pointee.construct = constructTraceback
  addGetter(traceback, "tb_next", nextTraceback, set: setNextTraceback)
  addMember(traceback, "tb_lineno", { makeInt(Int64(tracebackPosition($0).line)) })
  addMember(traceback, "tb_lasti", { makeInt(tracebackObject($0).pointee.lasti) })
  addMember(traceback, "tb_frame", frameOf)
  finishType(traceback)

}

/// `types.TracebackType(tb_next, tb_frame, tb_lasti, tb_lineno)`.
private func constructTraceback(_ callee: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  withParameters(
    "TracebackType", "tb_next tb_frame tb_lasti tb_lineno", required: 4, args, count, names
  ) { values in
    let next = values[0], frame = values[1]
    if !next.isNone && typeOf(next) != Types.traceback {
      return raise(Exceptions.typeError) {
        $0.append("expected traceback object or None, got '")
        $0.append(typeName(next))
        $0.append("'")
      }
    }
    if typeOf(frame) != Types.frame {
      return raise(Exceptions.typeError) {
        $0.append("TracebackType() argument 'tb_frame' must be frame, not ")
        $0.append(argumentTypeName(frame))
      }
    }
    var lasti = 0, line = 0
    if !indexOf(values[2], &lasti) || !indexOf(values[3], &line) { return .null }
    let entry = Value(allocateObject(Types.traceback, MemoryLayout<TracebackObject>.stride))
    let fields = tracebackObject(entry)
    fields.pointee.next = nullForNone(next)
    fields.pointee.code = frame.pointer(FrameObject.self).pointee.code
    fields.pointee.position = TracebackObject.madeBy(lasti)
    fields.pointee.line = Int32(clamping: line)
    fields.pointee.frame = retained(frame)
    return entry
  }
}

/// `tb_next`; the frame of what it gives is one that this entry's frame has called.
private func nextTraceback(_ this: Value) -> Value {
  let next = tracebackObject(this).pointee.next
  if next.isNull { return .none }
  let called = tracebackObject(next)
  if called.pointee.frame.isNull && !called.pointee.isMade {
    let caller = frameOf(this)
    called.pointee.frame = makeFrame(called.pointee.code, line: tracebackPosition(next).line, back: caller)
    release(caller)
  }
  return retained(next)
}

private func setNextTraceback(_ this: Value, _ value: Value) -> Int32 {
  if value.isNull { return raiseStatus(Exceptions.typeError, "can't delete tb_next attribute") }
  if !value.isNone && typeOf(value) != Types.traceback {
    return raiseStatus(Exceptions.typeError) {
      $0.append("expected traceback object, got '")
      $0.append(typeName(value))
      $0.append("'")
    }
  }
  var link = value.isNone ? Value.null : value
  while !link.isNull {
    if link == this { return raiseStatus(Exceptions.valueError, "traceback loop detected") }
    link = tracebackObject(link).pointee.next
  }
  replace(&tracebackObject(this).pointee.next, with: nullForNone(value))
  return 0
}
