import MoltABI

// Start and end of a program.

/// Runs a program and gives its exit code.
@c(molt_start)
func molt_start(
  _ argumentCount: Int32, _ arguments: UnsafePointer<UnsafePointer<CChar>?>?, _ program: UnsafePointer<MoltProgram>
) -> Int32 {
  findStackLimit()
  internConstants(program)
  Program.description = program
  setUpRuntime()
  ProcessArguments.count = Int(argumentCount)
  ProcessArguments.items = arguments
  setUpStandardStreams()
  setUpBuiltins()
  setUpPrinting()
  if isLinkedWithMemoryViews { release(importNativeModule(intern("_memoryview"))) }
  watchBuiltins()
  let checksLeaks = LeakCheck.begin()
  molt_heap.threshold = molt_heap.containers + 40_000
  molt_heap.isEnabled = 1
  Endings.atStart = Endings.count
  var code: Int32 = 0
  if !runMainModule() { code = reportUncaughtException() }
  code = finishProgram(code, all: checksLeaks)
  if checksLeaks { code = LeakCheck.finish(code) }
  if code == interruptedCode { UncaughtInterrupt.endProgram() }
  return code
}

/// What the program was called with.
enum ProcessArguments {
  static var count = 0
  static var items: UnsafePointer<UnsafePointer<CChar>?>? = nil
}

/// All str constants of the program become the canonical objects of their text, before the runtime interns any of its
/// own names: compiled code knows these addresses.
private func internConstants(_ program: UnsafePointer<MoltProgram>) {
  var index = 0
  while index < Int(program.pointee.moduleCount) {
    let module = program.pointee.modules[index]!
    var position = 0
    while position < Int(module.pointee.stringCount) {
      _ = internImmortal(module.pointee.strings[position])
      position += 1
    }
    index += 1
  }
}

/// The types, in an order in which a base comes before what derives from it.
private func setUpRuntime() {
  // Interning makes and ends strings before their type is set up.
  Types.str.pointee.destroy = { destroyString($0!) }
  setUpNames()
  setUpHeapSlots()
  setUpObjectType()
  setUpTypeType()
  setUpDescriptorTypes()
  setUpBuiltinTypes()
  setUpSlotWrapperTypes()
  setUpMethodKindTypes()
  setUpSingletonTypes()
  setUpFunctionType()
  setUpMethodType()
  setUpCodeType()
  setUpCellType()
  setUpPropertyType()
  setUpSuperType()
  setUpWeakrefType()
  setUpGenericAliasType()
  setUpUnionType()
  setUpIntType()
  setUpBoolType()
  setUpFloatType()
  setUpComplexType()
  setUpStrType()
  setUpStrIteratorType()
  setUpBytesType()
  setUpBytesIteratorType()
  setUpByteArrayType()
  setUpListType()
  setUpTupleType()
  setUpSequenceIteratorTypes()
  setUpDictType()
  setUpDictViewTypes()
  setUpDictIteratorTypes()
  setUpMappingProxyType()
  setUpSetType()
  setUpSetIteratorType()
  setUpSliceType()
  setUpRangeType()
  setUpEnumerateType()
  setUpCombinatorTypes()
  setUpCallableIteratorType()
  setUpExceptionTypes()
  setUpTracebackTypes()
  setUpFrameType()
  setUpGeneratorType()
  setUpCoroutineType()
  setUpAsyncGeneratorType()
  setUpModuleType()
  setUpModuleViewType()
  setUpBinaryFileTypes()
  setUpTextFileType()
  if !isLinkedWithMemoryViews { setUpNamedOnly(Types.memoryview, "memoryview") }
}

/// The program names memoryview.
private var isLinkedWithMemoryViews: Bool { nativeModule(intern("_memoryview")) != nil }

/// A type that programs can name but not make instances of.
private func setUpNamedOnly(_ type: TypePointer, _ name: StaticString) {
  setUpType(type, name, size: MemoryLayout<MoltObject>.size, flags: 0)
  finishType(type)
  type.pointee.construct = nil
}

/// Ends the program's own objects, unless that makes no difference: globals first, then what is left in cycles. The exit
/// code: 120 instead of `code` when output was lost.
private func finishProgram(_ code: Int32, all: Bool) -> Int32 {
  Endings.beforeEnd?()
  let code = finishStandardStreams(code)
  if !all && !Endings.areObservable { return code }
  molt_thread.depth = 0
  clearModules()
  AsyncGenerators.forgetHooks()
  _ = collectCycles()
  Warnings.forget()
  return finishStandardStreams(code)
}

// ----------------------------------------------------------------------------------------------------------------
// stack

/// Stack that is assumed where the system does not say how much there is.
private let usualStack: UInt = 8 << 20

#if arch(wasm32)
/// The linker puts the stack first, so that it ends at address 0.
private func findStackLimit() {
  molt_thread.stackLimit = 16 * 1024
  molt_thread.depthLimit = 1000
}
#else
private struct ResourceLimit {
  var soft: UInt
  var hard: UInt
}
@_extern(c, "getrlimit")
private func c_getrlimit(_ resource: Int32, _ limit: UnsafeMutableRawPointer) -> Int32

private func findStackLimit() {
  var limit = ResourceLimit(soft: 0, hard: 0)
  let stackResource: Int32 = 3  // RLIMIT_STACK
  var size = usualStack
  if c_getrlimit(stackResource, &limit) == 0 && limit.soft > 0 {
    // Without a limit the system still gives the main thread only so much before it meets other memory.
    size = min(limit.soft, 64 << 20)
  }
  let position = molt_stack_position()
  let usable = size > 2 * stackReserve ? size - stackReserve : size / 2
  molt_thread.stackLimit = position > usable ? position - usable : 0
  molt_thread.depthLimit = 1000
}
#endif
