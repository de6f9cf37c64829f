import MoltIR
import MoltPlan
import MoltSpec

/// Emits one part of a module: its functions with the constants, caches and layouts that they use. The part that holds
/// the module's data has all code objects, constants and global slots besides (ModuleData.swift); the other parts refer
/// to them by symbols that are hidden from other programs, and made of names, so that a part's text changes only with
/// the code of its own functions.
final class PartEmitter {
  let shared: ModuleEmitter
  let part: Partition.Part
  /// There is no other part: symbols need not be seen outside.
  let isWhole: Bool
  var constants: ConstantEmitter
  private var siteCount = 0
  private var makerCount = 0
  private var bindingCount = 0
  /// Where the instances of classes that optimised code names keep their attributes.
  var layouts = LayoutTable()
  /// For `--count-references`, which compiles modules whole.
  var referenceCounts = ReferenceCountTable()
  /// Functions of this module that the code refers to.
  private var mentioned: Set<Int> = []
  /// Functions of this module that are called directly, in order of appearance.
  private var callees: [Int] = []
  /// Functions of this module whose early exits are called.
  private var earlyCallees: [Int] = []
  /// Functions of other parts that are repeated here.
  private var copied: [Int] = []
  /// Argument counts of the functions of other modules that the code calls.
  private var foreign: [String: Int] = [:]

  static let primitives: [String: Primitive] = {
    var map: [String: Primitive] = [:]
    for primitive in PrimitiveTable.all { map[primitive.symbol] = primitive }
    return map
  }()

  static func llvmType(_ type: PrimitiveType) -> String {
    switch type {
    case .value, .i64: "i64"
    case .i32: "i32"
    case .f64: "double"
    case .pointer, .site: "ptr"
    case .void: "void"
    }
  }

  /// MIR instructions. LLVM inlines few functions that are longer.
  private static let longestCopiedCallee = 60

  init(_ shared: ModuleEmitter, _ part: Partition.Part, isWhole: Bool) {
    self.shared = shared
    self.part = part
    self.isWhole = isWhole
    constants = ConstantEmitter(
      shared.module, shared.target, isWhole ? .whole : part.holdsData ? .definitions : .uses)
  }

  var module: Module { shared.module }
  var target: Target { shared.target }
  var options: CodegenOptions { shared.options }

  // MARK: Symbols

  /// The symbol of a function of this module, or of something that belongs to it.
  func symbol(_ function: Int, _ suffix: String = "") -> String {
    mentioned.insert(function)
    return IRText.symbol(shared.symbols[function] + suffix)
  }

  private func moduleWide(_ name: String) -> String { IRText.symbol("molt.\(name):\(module.name)") }

  var moduleSymbol: String { moduleWide("module") }
  var infoSymbol: String { moduleWide("info") }
  /// The array of the values of the module's globals.
  var slots: String { moduleWide("slots") }

  /// Whether other modules may call the function's direct entry: methods and closures too, when the plan finds them to
  /// be likely callees there.
  func isExported(_ function: Int) -> Bool {
    module.functions[function].kind == .function || module.functions[function].kind == .lambda
  }

  /// The linkage of a function's symbols.
  func linkage(_ function: Int) -> String { isWhole && !isExported(function) ? "internal" : "hidden" }

  func slotName(_ slot: Int) -> String { constants.str(Array(module.slots[slot].utf8)) }

  func newSite() -> String {
    siteCount += 1
    return "getelementptr (%Site, ptr @sites, i32 \((siteCount - 1) * ABI.siteWays))"
  }

  func newBinding() -> String {
    bindingCount += 1
    return "getelementptr (%Binding, ptr @bindings, i32 \(bindingCount - 1))"
  }

  func newMaker() -> String {
    makerCount += 1
    return "getelementptr (%Maker, ptr @makers, i32 \(makerCount - 1))"
  }

  /// The symbol of a function that optimised code calls with that many arguments.
  func external(_ number: Int, argumentCount: Int) -> String {
    let symbol = external(number)
    if let own = shared.function(symbol) {
      if !callees.contains(own) { callees.append(own) }
    } else {
      foreign[symbol] = argumentCount
    }
    return symbol
  }

  /// The symbol of a function whose code is compared with.
  func external(_ number: Int) -> String {
    let symbol = shared.externalSymbols[number]
    if let own = shared.function(symbol) { mentioned.insert(own) }
    return symbol
  }

  /// What is called in place of a function of this module that has an early exit; nil: it has none.
  func earlyExit(_ function: Int) -> String? {
    guard shared.earlyExits[function] != nil else { return nil }
    if !earlyCallees.contains(function) { earlyCallees.append(function) }
    return symbol(function, EarlyExit.suffix)
  }

  // MARK: Text

  func emit() -> [UInt8] {
    var bodies = IRText()
    for index in part.functions { emit(index, &bodies) }
    copyCallees(&bodies)
    var done = 0
    while done < earlyCallees.count {
      let callee = earlyCallees[done]
      done += 1
      var emitter = FunctionEmitter(shared.functions[callee], index: callee, part: self, recursion: .early)
      bodies.append(emitter.emitEarlyExit(shared.earlyExits[callee]!))
    }
    var tail = IRText()
    if part.holdsData { codeObjects(&tail) }
    layoutData(&tail)
    caches(&tail)
    if part.holdsData { moduleInfo(&tail) }
    if options.countsReferences { referenceCounts.emit(&tail) }

    var text = IRText()
    text.line("; module \(module.name), from \(module.path)")
    if hasNoLoops { text.line(CodeTraits.loopFree) }
    text.line("target triple = \"\(target.triple)\"")
    text.append(ABI.types(target))
    declarations(&text)
    text.append(Prelude.text(target, options))
    text.append(constants.text)
    text.append(bodies)
    text.append(tail)
    text.append(Prelude.metadata)
    return text.bytes
  }

  private func emit(_ index: Int, _ text: inout IRText) {
    let function = shared.functions[index]
    let copies = options.optimises ? FunctionEmitter.copies(function, index: index, part: self) : 0
    for level in 0..<copies {
      let copy = FunctionEmitter.Recursion.copy(level: level + 1, last: copies)
      var emitter = FunctionEmitter(function, index: index, part: self, recursion: copy)
      text.append(emitter.emit())
    }
    var emitter = FunctionEmitter(function, index: index, part: self, recursion: copies > 0 ? .outer : .none)
    text.append(emitter.emit())
    if function.kind != .module { entries(function, index, &text) }
  }

  /// Short functions of other parts that are called here come along for LLVM to inline; they are not compiled again.
  private func copyCallees(_ text: inout IRText) {
    let own = Set(part.functions)
    for index in callees where !own.contains(index) {
      let function = shared.functions[index]
      guard function.form == .explicit, function.instructionCount <= PartEmitter.longestCopiedCallee else { continue }
      copied.append(index)
      var emitter = FunctionEmitter(function, index: index, part: self, recursion: .elsewhere)
      text.append(emitter.emit())
    }
  }

  private func declarations(_ text: inout IRText) {
    for primitive in PrimitiveTable.all {
      let arguments = primitive.arguments.map(PartEmitter.llvmType).joined(separator: ", ")
      text.line("declare \(PartEmitter.llvmType(primitive.result)) @\(primitive.symbol)(\(arguments)) nounwind")
    }
    text.line("@molt_thread = external dso_local global %Thread")
    if shared.tracksPlaces { text.line("@molt_places = external dso_local global ptr") }
    for type in ["molt_type_bytes", "molt_type_function", "molt_type_type"] + ExactType.allCases.map(\.symbol) {
      text.line("@\(type) = external dso_local global i8")
    }
    for (symbol, count) in foreign.sorted(by: { $0.key < $1.key }) {
      declareFunction(symbol, count, &text)
      declareCode(symbol, &text)
    }
    let own = Set(part.functions)
    let defined = own.union(copied)
    for index in mentioned.sorted() {
      let symbol = shared.symbols[index]
      if !defined.contains(index) { declareFunction(symbol, module.functions[index].directCount, &text) }
      if !part.holdsData {
        declareCode(symbol, &text)
      } else if !own.contains(index) {
        text.line("declare hidden i64 \(IRText.symbol(symbol + ":entry"))(ptr, ptr) nounwind")
      }
    }
    if !part.holdsData {
      text.line("\(moduleSymbol) = external hidden global i8")
      text.line("\(slots) = external hidden global i64")
    }
  }

  private func declareFunction(_ symbol: String, _ count: Int, _ text: inout IRText) {
    let arguments = ["ptr", "i32"] + Array(repeating: "i64", count: count)
    text.line("declare hidden i64 \(IRText.symbol(symbol))(\(arguments.joined(separator: ", "))) nounwind")
  }

  private func declareCode(_ symbol: String, _ text: inout IRText) {
    text.line("\(IRText.symbol(symbol + ":code")) = external hidden global i8")
    text.line("\(IRText.symbol(symbol + ":known")) = external hidden global i64")
  }

  /// The entry with bound parameters, and for a generator the function that makes the generator object.
  private func entries(_ function: Function, _ index: Int, _ text: inout IRText) {
    let count = function.directCount
    if function.isSuspendable {
      let parameters = ["ptr %self", "i32 %depth"] + (0..<count).map { "i64 %a\($0)" }
      text.line("define \(linkage(index)) i64 \(symbol(index))(\(parameters.joined(separator: ", "))) nounwind {")
      text.line(
        "  %made = call i64 @molt_new_generator(ptr %self, ptr \(symbol(index, ":code")), ptr \(symbol(index, ":resume")))"
      )
      text.line("  %failed = icmp eq i64 %made, 0")
      text.line("  br i1 %failed, label %done, label %fill")
      text.line("fill:")
      text.line("  %generator = inttoptr i64 %made to ptr")
      for parameter in 0..<count {
        if options.countsReferences {
          text.line("  " + referenceCounts.increment(.retain, line: function.firstLine))
        }
        text.line("  call void @retain(i64 %a\(parameter))")
        text.line(
          "  %s\(parameter) = getelementptr %Generator, ptr %generator, i32 0, i32 \(ABI.generatorFrame), i32 \(parameter)"
        )
        text.line("  store i64 %a\(parameter), ptr %s\(parameter), align 8")
      }
      text.line("  %live = getelementptr %Generator, ptr %generator, i32 0, i32 \(ABI.generatorLive)")
      text.line("  store i32 \(count), ptr %live, align 4")
      text.line("  br label %done")
      text.line("done:")
      text.line("  ret i64 %made")
      text.line("}")
    }
    text.line(
      "define \(isWhole ? "internal" : "hidden") i64 \(symbol(index, ":entry"))(ptr %self, ptr %arguments) nounwind {")
    text.line("  %depth = call i32 @depth()")
    var passed = ["ptr %self", "i32 %depth"]
    for parameter in 0..<count {
      text.line("  %p\(parameter) = getelementptr i64, ptr %arguments, i32 \(parameter)")
      text.line("  %a\(parameter) = load i64, ptr %p\(parameter), align 8")
      passed.append("i64 %a\(parameter)")
    }
    text.line("  %result = tail call i64 \(symbol(index))(\(passed.joined(separator: ", ")))")
    text.line("  ret i64 %result")
    text.line("}")
  }

  private func layoutData(_ text: inout IRText) {
    for number in layouts.used {
      let names = layouts.attributes(of: number).map { constants.str(Array(module.text($0)!.utf8)) }
      let list = valueArray(names, layouts.symbol(number) + ".names", &text)
      layouts.emit(number, names: list, target, &text)
    }
  }

  private func caches(_ text: inout IRText) {
    text.line("@sites = internal global [\(max(siteCount, 1) * ABI.siteWays) x %Site] zeroinitializer, align 8")
    let noVersions = Array(repeating: "i32 -1", count: ABI.layoutWays).joined(separator: ", ")
    let bindings = Array(
      repeating: "%Binding { [8 x i32] [\(noVersions)], i32 0, i32 0, i64 0 }", count: max(bindingCount, 1))
    text.line(
      "@bindings = internal global [\(bindings.count) x %Binding] [\(bindings.joined(separator: ", "))], align 8")
    let makers = Array(repeating: "%Maker { i32 -1, i32 0, ptr null, i64 0 }", count: max(makerCount, 1))
    text.line(
      "@makers = internal global [\(makers.count) x %Maker] [\(makers.joined(separator: ", "))], align 8")
  }

  /// An array of str objects as static data; gives its symbol, or `null` for none.
  func valueArray(_ strings: [String], _ name: String, _ text: inout IRText) -> String {
    if strings.isEmpty { return "null" }
    let values = strings.map(constants.staticValue)
    let type = target == .wasm32WASI ? "{ ptr, i32 }" : "i64"
    text.line("\(name) = internal constant [\(values.count) x \(type)] [\(values.joined(separator: ", "))], align 8")
    return name
  }
}

extension Function {
  /// How many values a direct call passes.
  var directCount: Int { kind == .classBody ? 1 : parameters.count }

  var instructionCount: Int { blocks.reduce(0) { $0 + $1.instructions.count } }
}
