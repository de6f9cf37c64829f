import MoltABI

// Frames of programs that look at them. Each function makes a frame object when it begins, which refers to the cells of its
// variables; its place on the native stack owns the frame while it runs. Tracebacks and whoever asks `sys._getframe` keep
// it beyond that. The frame of a generator belongs to the generator, too, until that ends.
//
// CPython: Objects/frameobject.c.

@c(molt_frame_begin)
func molt_frame_begin(_ place: UnsafeMutablePointer<MoltPlace>, _ generator: GeneratorPointer?) {
  place.pointee.generator = generator
  place.pointee.frame = .null
  if let generator, let known = frame(of: generator) {
    retain(Value(known))
    place.pointee.frame = Value(known)
    known.pointee.place = place
  }
}

@c(molt_frame_enter)
func molt_frame_enter(
  _ module: ModulePointer, _ names: Value, _ namespace: Value, _ cells: Arguments, _ count: Int32
) {
  if !KeptFrames.areKept { keepFrames() }
  guard let place = molt_places else { return }
  if place.pointee.frame.isNull { place.pointee.frame = newFrame(place.pointee.code, place.pointee.generator) }
  let frame = frameObject(place.pointee.frame)
  frame.pointee.place = place
  frame.pointee.module = retained(Value(module))
  frame.pointee.names = retained(names)
  frame.pointee.namespace = sharedSlot(namespace)
  if count == 0 { return }
  let copies = allocateRaw(Int(count) * MemoryLayout<Value>.stride).assumingMemoryBound(to: Value.self)
  for index in 0..<Int(count) { copies[index] = sharedSlot(cells[index]) }
  frame.pointee.cells = copies
  frame.pointee.count = count
}

/// Owned; a generator is given its frame.
private func newFrame(_ code: UnsafePointer<MoltCode>?, _ generator: GeneratorPointer?) -> Value {
  let value = makeFrame(code, line: code?.pointee.firstLine ?? -1)
  guard let generator else { return value }
  let frame = frameObject(value)
  frame.pointee.extra = generator.pointee.extra
  frame.pointee.generator = generator
  generator.pointee.extra = retained(value)
  return value
}

@c(molt_frame_show) func molt_frame_show(_ name: Value, _ cell: Value) {
  guard let place = molt_places, !place.pointee.frame.isNull else { return }
  let frame = frameObject(place.pointee.frame).pointee
  for index in 0..<Int(frame.count) where tupleItems(frame.names)[index] == name {
    replace(frame.cells! + index, with: sharedSlot(cell))
    return
  }
}

@c(molt_frame_locals) func molt_frame_locals() -> Value {
  guard let place = molt_places, !place.pointee.frame.isNull else { return newDict() }
  return variables(frameObject(place.pointee.frame))
}

@c(molt_frame_suspend) func molt_frame_suspend(_ place: UnsafeMutablePointer<MoltPlace>) {
  molt_places = place.pointee.outer
  let value = place.pointee.frame
  if value.isNull { return }
  place.pointee.frame = .null
  frameObject(value).pointee.place = nil
  release(value)
}

/// A frame that outlives its function keeps the variables, the line and the caller.
@c(molt_frame_leave) func molt_frame_leave(_ place: UnsafeMutablePointer<MoltPlace>) {
  molt_places = place.pointee.outer
  let value = place.pointee.frame
  if value.isNull { return }
  let frame = frameObject(value)
  place.pointee.frame = .null
  frame.pointee.place = nil
  if let generator = frame.pointee.generator {
    frame.pointee.generator = nil
    generator.pointee.extra = frame.pointee.extra
    frame.pointee.extra = .null
    release(value)
  }
  if value.object.pointee.refCount > 1 {
    frame.pointee.line = line(of: place)
    replace(&frame.pointee.back, with: sharedSlot(caller(of: place)))
  }
  release(value)
}

private func line(of place: UnsafeMutablePointer<MoltPlace>) -> Int32 {
  let code = place.pointee.code!
  guard place.pointee.position >= 0, let positions = code.pointee.positions else { return code.pointee.firstLine }
  return positions[Int(place.pointee.position)].line
}

/// The frame of the function that runs outside of a place: borrowed, or null.
private func caller(of place: UnsafeMutablePointer<MoltPlace>) -> Value {
  var at = place.pointee.outer
  while let outer = at {
    if !outer.pointee.frame.isNull { return outer.pointee.frame }
    at = outer.pointee.outer
  }
  return .null
}

private func refresh(_ frame: FramePointer) {
  if let place = frame.pointee.place {
    frame.pointee.line = line(of: place)
    replace(&frame.pointee.back, with: sharedSlot(caller(of: place)))
  } else if let generator = frame.pointee.generator {
    frame.pointee.line = lineOf(generator)
    replace(&frame.pointee.back, with: .null)
  }
}

/// `f_locals`: of a function always the same dict, brought up to date each time it is asked for. Owned.
private func variables(_ frame: FramePointer) -> Value {
  if frame.pointee.names.isNull { return argumentsOf(frame) }
  if frame.pointee.names.isNone {
    if !frame.pointee.namespace.isNull { return retained(frame.pointee.namespace) }
    return moduleDict(modulePointer(frame.pointee.module))
  }
  if frame.pointee.namespace.isNull { frame.pointee.namespace = newDict() }
  let dict = frame.pointee.namespace
  for index in 0..<Int(frame.pointee.count) {
    let cell = frame.pointee.cells![index]
    let content = cell.isNull ? .null : cell.pointer(MoltCell.self).pointee.value
    _ = molt_namespace_add(dict, tupleItems(frame.pointee.names)[index], content)
  }
  return retained(dict)
}

/// The variables of a generator that has not started: its arguments.
private func argumentsOf(_ frame: FramePointer) -> Value {
  let dict = newDict()
  guard let generator = frame.pointee.generator, generator.pointee.state == Int32(MOLT_GENERATOR_START) else {
    return dict
  }
  let code = generator.pointee.code!
  for index in 0..<min(parameterCount(code), Int(generator.pointee.live)) {
    _ = dictSet(dict, code.pointee.paramNames[index], generatorSlots(generator)[index])
  }
  return dict
}

private func clear(_ frame: FramePointer) -> Int32 {
  if frame.pointee.place != nil { return raiseStatus(Exceptions.runtimeError, "cannot clear an executing frame") }
  if let generator = frame.pointee.generator {
    finalizeGenerator(generator)
    if exceptionIsSet { return -1 }
  }
  clearVariables(frame)
  return 0
}

// ------------------------------------------------------------------------------------------------------------- sys

/// The frame so many calls outside of the running function: borrowed, or null with an exception set.
private func frame(at depth: Value) -> Value {
  var left = 0
  if !indexOf(depth, &left) { return .null }
  var at = molt_places
  while let place = at {
    if !place.pointee.frame.isNull {
      if left <= 0 { return place.pointee.frame }
      left -= 1
    }
    at = place.pointee.outer
  }
  return raise(Exceptions.valueError, "call stack is not deep enough")
}

private func addFunctions(_ module: ModulePointer) {
  addFunction(
    module, "_getframe", 0, 1,
    { _, args, count, _ in
      let found = frame(at: count > 0 ? args![0] : Value(smallInt: 0))
      return found.isNull ? .null : retained(found)
    })
  addFunction(
    module, "_getframemodulename", 0, 1,
    { _, args, _, _ in
      let found = frame(at: args![0].isNull ? Value(smallInt: 0) : args![0])
      if found.isNull {
        if !exceptionMatches(Exceptions.valueError) { return .null }
        clearException()
        return .none
      }
      let globals = moduleDict(modulePointer(frameObject(found).pointee.module))
      let name = molt_get_item(globals, intern("__name__"))
      release(globals)
      if name.isNull { clearException() }
      return name.isNull ? .none : name
    }, params: "depth")
  addFunction(
    module, "_current_frames", 0, 0,
    { _, _, _, _ in
      let dict = newDict()
      let found = frame(at: Value(smallInt: 0))
      if !found.isNull {
        let thread = makeInt(threadIdent())
        _ = dictSet(dict, thread, found)
        release(thread)
      }
      return dict
    })
}

private func keepFrames() {
  KeptFrames.areKept = true
  KeptFrames.refresh = { refresh(frameObject($0)) }
  KeptFrames.variables = { variables(frameObject($0)) }
  KeptFrames.clear = { clear(frameObject($0)) }
  KeptFrames.ofGenerator = { this in
    let g = generator(this)
    return frame(of: g).map { retained(Value($0)) } ?? newFrame(g.pointee.code, g)
  }
  KeptFrames.addFunctions = addFunctions
  if SysModule.isReady { addFunctions(modulePointer(SysModule.module)) }
}
