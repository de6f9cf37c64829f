import MoltIR
import MoltPlan
import MoltSpec

/// Emits a module: its constants, functions, code objects, global slots and the MoltModuleInfo that the program's entry
/// point lists.
final class ModuleEmitter {
  let module: Module
  let target: Target
  let options: CodegenOptions
  var constants: ConstantEmitter
  private let symbols: [String]
  private var siteCount = 0
  private var makerCount = 0
  private var bindingCount = 0
  /// By symbol: what callers in this module do before they call.
  private(set) var earlyExits: [String: EarlyExit] = [:]
  private var slotSymbols: [String] = []
  /// Where the instances of classes that optimised code names keep their attributes.
  var layouts = LayoutTable()
  /// For `--count-references`.
  var referenceCounts = ReferenceCountTable()
  /// Functions and classes that optimised code names, by number.
  var externalSymbols: [String] = []
  /// Argument counts of the functions that optimised code calls.
  private var externals: [String: Int] = [:]
  /// Positions of each function's code: its own, then those that only functions with its spliced body name.
  private var positions: [[Position]] = []
  private var positionNumbers: [Int: [Position: Int]] = [:]

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

  init(_ module: Module, _ plan: PlanSlice, _ target: Target, _ options: CodegenOptions) {
    self.module = module
    self.options = options
    self.target = target
    symbols = FunctionSymbols.names(module)
    constants = ConstantEmitter(module, target)
    for slot in module.slots { slotSymbols.append(constants.str(Array(slot.utf8))) }
  }

  // MARK: Symbols

  func symbol(_ function: Int, _ suffix: String = "") -> String { IRText.symbol(symbols[function] + suffix) }

  var moduleSymbol: String { IRText.symbol("molt.module:\(module.name)") }

  /// Whether other modules may call the function's direct entry: methods and closures too, when the plan finds them to
  /// be likely callees there.
  func isExported(_ function: Int) -> Bool {
    module.functions[function].kind == .function || module.functions[function].kind == .lambda
  }

  func slotName(_ slot: Int) -> String { slotSymbols[slot] }

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
    let symbol = externalSymbols[number]
    externals[symbol] = argumentCount
    return symbol
  }

  /// The number that a place in another function's code has there.
  func positionNumber(_ place: Position) -> Int {
    let function = Int(place.origin)
    if positionNumbers[function] == nil {
      var numbers: [Position: Int] = [:]
      for (number, own) in positions[function].enumerated() where numbers[own] == nil { numbers[own] = number }
      positionNumbers[function] = numbers
    }
    var own = place
    own.origin = -1
    if let known = positionNumbers[function]?[own] { return known }
    positionNumbers[function]?[own] = positions[function].count
    positions[function].append(own)
    return positions[function].count - 1
  }

  /// The symbol of a function of this module whose code is compared with.
  func external(_ number: Int) -> String { externalSymbols[number] }

  // MARK: Module

  /// - Parameter functions: the module's functions in explicit or split form.
  func emit(_ functions: [Function]) -> [UInt8] {
    var bodies = IRText()
    positions = functions.map(\.positions)
    if options.optimises {
      for (index, function) in functions.enumerated() {
        if let exit = EarlyExit(function) { earlyExits[symbol(index)] = exit }
      }
    }
    for (index, function) in functions.enumerated() {
      let copies = options.optimises ? FunctionEmitter.copies(function, index: index, module: self) : 0
      for level in 0..<copies {
        let copy = FunctionEmitter.Recursion.copy(level: level + 1, last: copies)
        var emitter = FunctionEmitter(function, index: index, module: self, recursion: copy)
        bodies.append(emitter.emit())
      }
      if let exit = earlyExits[symbol(index)] {
        var early = FunctionEmitter(function, index: index, module: self, recursion: .early)
        bodies.append(early.emitEarlyExit(exit))
      }
      var emitter = FunctionEmitter(function, index: index, module: self, recursion: copies > 0 ? .outer : .none)
      bodies.append(emitter.emit())
      if function.kind != .module { entries(function, index, &bodies) }
    }
    for (index, function) in functions.enumerated() { code(function, index, &bodies) }
    var tail = IRText()
    for number in externalSymbols.indices where layouts.isUsed(number) {
      var names: [String] = []
      for name in layouts.attributes(of: number) { names.append(constants.str(Array(module.text(name)!.utf8))) }
      let list = valueArray(names, layouts.symbol(number) + ".names", &tail)
      layouts.emit(number, names: list, offsets: target.layoutOffsets, &tail)
    }
    moduleInfo(&tail)
    if options.countsReferences { referenceCounts.emit(&tail) }

    var text = IRText()
    text.line("; module \(module.name), from \(module.path)")
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

  private func declarations(_ text: inout IRText) {
    for primitive in PrimitiveTable.all {
      let arguments = primitive.arguments.map(ModuleEmitter.llvmType).joined(separator: ", ")
      text.line("declare \(ModuleEmitter.llvmType(primitive.result)) @\(primitive.symbol)(\(arguments)) nounwind")
    }
    text.line("@molt_thread = external global %Thread")
    for type in ["molt_type_bytes", "molt_type_function", "molt_type_type"] + ExactType.allCases.map(\.symbol) {
      text.line("@\(type) = external global i8")
    }
    let own = Set(symbols)
    for (symbol, count) in externals.sorted(by: { $0.key < $1.key }) where !own.contains(symbol) {
      let arguments = ["ptr", "i32"] + Array(repeating: "i64", count: count)
      text.line("declare hidden i64 \(IRText.symbol(symbol))(\(arguments.joined(separator: ", "))) nounwind")
      text.line("\(IRText.symbol(symbol + ":code")) = external hidden global i8")
      text.line("\(IRText.symbol(symbol + ":known")) = external hidden global i64")
    }
  }

  /// The entry with bound parameters, and for a generator the function that makes the generator object.
  private func entries(_ function: Function, _ index: Int, _ text: inout IRText) {
    let count = function.kind == .classBody ? 1 : function.parameters.count
    if function.isSuspendable {
      let parameters = ["ptr %self", "i32 %depth"] + (0..<count).map { "i64 %a\($0)" }
      let linkage = isExported(index) ? "hidden" : "internal"
      text.line("define \(linkage) i64 \(symbol(index))(\(parameters.joined(separator: ", "))) nounwind {")
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
    text.line("define internal i64 \(symbol(index, ":entry"))(ptr %self, ptr %arguments) nounwind {")
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

  private func cString(_ text: String, _ name: String, _ out: inout IRText) -> String {
    let bytes = Array(text.utf8) + [0]
    out.line("\(name) = private unnamed_addr constant [\(bytes.count) x i8] \(IRText.bytes(bytes))")
    return name
  }

  private func valueArray(_ symbolsOfStrings: [String], _ name: String, _ out: inout IRText) -> String {
    if symbolsOfStrings.isEmpty { return "null" }
    let values = symbolsOfStrings.map(constants.staticValue)
    let type = target == .wasm32WASI ? "{ ptr, i32 }" : "i64"
    out.line("\(name) = internal constant [\(values.count) x \(type)] [\(values.joined(separator: ", "))], align 8")
    return name
  }

  private func code(_ function: Function, _ index: Int, _ text: inout IRText) {
    let base = symbols[index]
    func name(_ part: String) -> String { IRText.symbol("\(base):\(part)") }
    let label = cString(function.name, name("name"), &text)
    let qualname = cString(function.qualname, name("qualname"), &text)
    var parameterStrings: [String] = []
    for parameter in function.parameters { parameterStrings.append(constants.str(Array(parameter.utf8))) }
    var localStrings: [String] = []
    for local in function.locals { localStrings.append(constants.str(Array(local.utf8))) }
    let parameters = valueArray(parameterStrings, name("parameters"), &text)
    let locals = valueArray(localStrings, name("locals"), &text)
    var positions = "null"
    if !self.positions[index].isEmpty {
      let rows = self.positions[index].map {
        "%Position { i32 \($0.line), i32 \($0.endLine), i32 \($0.column), i32 \($0.endColumn) }"
      }
      positions = name("positions")
      text.line("\(positions) = internal constant [\(rows.count) x %Position] [\(rows.joined(separator: ", "))]")
    }
    var doc = "null"
    if function.doc != .max, let docText = module.text(function.doc), function.kind == .function {
      doc = cString(docText, name("doc"), &text)
    }
    var flags = 0
    if function.hasVarArgs { flags |= ABI.codeVarArgs }
    if function.hasVarKeywords { flags |= ABI.codeVarKeywords }
    if function.isNested { flags |= ABI.codeNested }
    switch function.suspension {
    case nil: break
    case .generator: flags |= ABI.codeGenerator
    case .coroutine: flags |= ABI.codeCoroutine
    case .asyncGenerator: flags |= ABI.codeAsyncGenerator
    }
    let entry = function.kind == .module ? "null" : symbol(index, ":entry")
    let linkage = isExported(index) ? "hidden" : "internal"
    let isPlain =
      function.kind != .module && function.kind != .classBody && function.keywordOnlyCount == 0 && !function.hasVarArgs
      && !function.hasVarKeywords
    text.line("\(symbol(index, ":known")) = \(linkage) global i64 0, align 8")
    text.line(
      "\(symbol(index, ":code")) = \(linkage) constant %Code { ptr \(label), ptr \(qualname), ptr @file, ptr \(entry), "
        + "ptr \(symbol(index)), ptr \(parameters), ptr \(locals), ptr \(positions), ptr \(doc), "
        + "ptr \(symbol(index, ":known")), "
        + "i32 \(function.positionalOnlyCount), i32 \(function.positionalCount), i32 \(function.keywordOnlyCount), "
        + "i32 \(function.locals.count), i32 \(flags), i32 \(function.firstLine), i32 \(function.frameSlots), "
        + "i32 \(function.freeVariables.count), i32 \(isPlain ? function.positionalCount : -1) }")
  }

  private func moduleInfo(_ text: inout IRText) {
    let name = cString(module.name, "@name", &text)
    _ = cString(module.path, "@file", &text)
    let slotCount = max(module.slots.count, 1)
    text.line("@slots = internal global [\(slotCount) x i64] zeroinitializer, align 8")
    text.line("@order = internal global [\(slotCount) x i32] zeroinitializer, align 4")
    text.line("@sites = internal global [\(max(siteCount, 1) * ABI.siteWays) x %Site] zeroinitializer, align 8")
    let noVersions = Array(repeating: "i32 -1", count: ABI.layoutWays).joined(separator: ", ")
    let bindings = Array(
      repeating: "%Binding { [8 x i32] [\(noVersions)], i32 0, i32 0, i64 0 }", count: max(bindingCount, 1))
    text.line(
      "@bindings = internal global [\(bindings.count) x %Binding] [\(bindings.joined(separator: ", "))], align 8")
    let makers = Array(repeating: "%Maker { i32 -1, i32 0, ptr null, i64 0 }", count: max(makerCount, 1))
    text.line(
      "@makers = internal global [\(makers.count) x %Maker] [\(makers.joined(separator: ", "))], align 8")
    text.line("\(moduleSymbol) = hidden global %Module zeroinitializer, align 8")
    let names = valueArray(slotSymbols, "@slotnames", &text)
    let strings = valueArray(constants.strings, "@strings", &text)
    text.line(
      "\(IRText.symbol("molt.info:\(module.name)")) = hidden constant %ModuleInfo { ptr \(name), ptr @file, "
        + "ptr \(symbol(0)), ptr \(names), ptr @slots, ptr @order, ptr \(moduleSymbol), ptr \(strings), "
        + "i32 \(module.slots.count), i32 \(constants.strings.count), i32 \(module.isPackage ? 1 : 0), i32 0 }")
  }
}
