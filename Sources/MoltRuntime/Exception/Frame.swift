import MoltABI

// Frame objects. In most programs they are made when somebody asks for one, and show no more than a place in a function.
// In a program that looks at frames each function makes its own (KeptFrames.swift).

struct FrameObject {
  var header: MoltObject
  var code: UnsafePointer<MoltCode>?
  var line: Int32
  var count: Int32  // of variables
  var back: Value  // frame or null
  var codeObject: Value
  // Of frames that were kept:
  var place: UnsafeMutablePointer<MoltPlace>?  // while the function runs
  var generator: GeneratorPointer?  // whose body the function is, until it ends; borrowed
  var module: Value
  var names: Value  // tuple of the variables' names, or None; null: the function has not begun
  var cells: UnsafeMutablePointer<Value>?  // their cells, or null
  var namespace: Value  // of functions the dict of `f_locals`, once it was asked for; else the mapping of the names
  var extra: Value  // the generator's `extra`, which refers to its frame instead
}

typealias FramePointer = UnsafeMutablePointer<FrameObject>

@inline(__always) func frameObject(_ value: Value) -> FramePointer { value.pointer(FrameObject.self) }

/// What only a program has that looks at frames; its code is not linked into others.
enum KeptFrames {
  /// Functions have frames of their own.
  static var areKept = false
  /// Brings line and caller of a frame up to date.
  static var refresh: (@convention(c) (Value) -> Void)? = nil
  /// `f_locals`, owned.
  static var variables: (@convention(c) (Value) -> Value)? = nil
  /// The frame of a generator that has not ended, owned.
  static var ofGenerator: (@convention(c) (Value) -> Value)? = nil
  /// `frame.clear()`; -1: an exception is set.
  static var clear: (@convention(c) (Value) -> Int32)? = nil
  /// Adds the functions of `sys` that give frames.
  static var addFunctions: (@convention(c) (ModulePointer) -> Void)? = nil
}

/// A frame of MoltCode at a line. Owned; `back` is borrowed or null.
func makeFrame(_ code: UnsafePointer<MoltCode>?, line: Int32, back: Value = .null) -> Value {
  let value = Value(allocateObject(Types.frame, MemoryLayout<FrameObject>.stride))
  let frame = frameObject(value)
  frame.pointee.code = code
  retainCode(code)
  frame.pointee.line = line
  frame.pointee.back = sharedSlot(back)
  return value
}

/// The frame that a generator was given, borrowed.
@inline(__always) func frame(of g: GeneratorPointer) -> FramePointer? {
  let extra = g.pointee.extra
  return !extra.isNull && extra.isObject && extra.object.pointee.type == Types.frame ? frameObject(extra) : nil
}

/// A coroutine's `cr_origin`, an asynchronous generator's finalizer, or null: borrowed.
func extra(of g: GeneratorPointer) -> Value { frame(of: g)?.pointee.extra ?? g.pointee.extra }

func setExtra(of g: GeneratorPointer, _ value: Value) {
  if let frame = frame(of: g) { frame.pointee.extra = value } else { g.pointee.extra = value }
}

private func traverseFrame(_ object: ObjectPointer?, _ visit: MoltVisit?, _ context: UnsafeMutableRawPointer?) {
  let frame = UnsafeMutableRawPointer(object!).assumingMemoryBound(to: FrameObject.self).pointee
  if !frame.back.isNull { visit!(frame.back, context) }
  if !frame.codeObject.isNull { visit!(frame.codeObject, context) }
  // Modules of the program are no objects of the heap.
  if !frame.module.isNull, modulePointer(frame.module).pointee.header.aux & ModuleState.isNamespace != 0 {
    visit!(frame.module, context)
  }
  if !frame.namespace.isNull { visit!(frame.namespace, context) }
  if !frame.extra.isNull { visit!(frame.extra, context) }
  for index in 0..<Int(frame.count) where !frame.cells![index].isNull { visit!(frame.cells![index], context) }
}

/// Drops what the frame shows of its function's variables.
func clearVariables(_ frame: FramePointer) {
  for index in 0..<Int(frame.pointee.count) { replace(frame.pointee.cells! + index, with: .null) }
  replace(&frame.pointee.namespace, with: .null)
}

private func destroyFrame(_ object: ObjectPointer?) {
  let frame = UnsafeMutableRawPointer(object!).assumingMemoryBound(to: FrameObject.self)
  clearVariables(frame)
  if let cells = frame.pointee.cells { freeRaw(cells, Int(frame.pointee.count) * MemoryLayout<Value>.stride) }
  releaseIfBound(frame.pointee.back)
  releaseIfBound(frame.pointee.codeObject)
  releaseIfBound(frame.pointee.module)
  releaseIfBound(frame.pointee.names)
  releaseIfBound(frame.pointee.extra)
  releaseCode(frame.pointee.code)
  freeObject(object!, MemoryLayout<FrameObject>.stride)
}

/// The frame behind a value, its line and caller up to date.
private func current(_ this: Value) -> FramePointer {
  let frame = frameObject(this)
  KeptFrames.refresh?(this)
  return frame
}

private func moduleOf(_ this: Value) -> ModulePointer? {
  let frame = frameObject(this).pointee
  return frame.module.isNull ? moduleOfFile(frame.code?.pointee.file) : modulePointer(frame.module)
}

private func reprOfFrame(_ this: Value) -> Value {
  let frame = current(this).pointee
  var text = StringBuilder()
  text.append("<frame at ")
  appendAddress(&text, this)
  text.append(", file ")
  let file = makeString(cString: frame.code?.pointee.file)
  let isShown = text.appendRepr(file)
  release(file)
  if !isShown { return .null }
  text.append(", line ")
  text.append(int: Int(frame.line))
  text.append(", code ")
  let name = makeString(cString: frame.code?.pointee.name)
  text.append(name)
  release(name)
  text.append(">")
  return text.finish()
}

func setUpFrameType() {
  let type = Types.frame
  setUpType(
    type, "frame", base: Types.object, size: MemoryLayout<FrameObject>.stride, flags: UInt32(MOLT_TYPE_CONTAINER))
  type.pointee.destroy = destroyFrame
  type.pointee.traverse = traverseFrame
  type.pointee.clear = { object in
    let frame = UnsafeMutableRawPointer(object!).assumingMemoryBound(to: FrameObject.self)
    clearVariables(frame)
    replace(&frame.pointee.back, with: .null)
    replace(&frame.pointee.extra, with: .null)
  }
  type.pointee.repr = reprOfFrame
  addGetter(
    type, "f_code",
    { this in
      let frame = frameObject(this)
      if frame.pointee.codeObject.isNull { frame.pointee.codeObject = frame.pointee.code.map { newCode($0) } ?? .none }
      return retained(frame.pointee.codeObject)
    })
  addGetter(type, "f_lineno", { makeInt(Int64(current($0).pointee.line)) })
  addGetter(type, "f_back", { orNone(current($0).pointee.back) })
  addGetter(type, "f_lasti", { _ in makeInt(0) })
  addGetter(type, "f_locals", { KeptFrames.variables?($0) ?? newDict() })
  addGetter(type, "f_globals", { this in moduleOf(this).map { moduleDict($0) } ?? newDict() })
  addGetter(type, "f_builtins", { _ in retained(builtinsDict()) })
  addGetter(type, "f_trace", { _ in .none })
  addGetter(type, "f_trace_lines", { _ in .true })
  addGetter(type, "f_trace_opcodes", { _ in .false })
  addMethod(
    type, "clear", 0, 0,
    { this, _, _, _ in
      if let clear = KeptFrames.clear, clear(this) < 0 { return .null }
      return .none
    })
  finishType(type)
}
