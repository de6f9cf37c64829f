import MoltIR

// What a module has once, whatever it is divided into: code objects, the slots of its globals, and the MoltModuleInfo
// that the program's entry point lists.

extension PartEmitter {
  func codeObjects(_ text: inout IRText) {
    for index in module.functions.indices { codeObject(shared.functions[index], index, &text) }
  }

  private func cString(_ string: String, _ name: String, _ text: inout IRText) -> String {
    let bytes = Array(string.utf8) + [0]
    text.line("\(name) = private unnamed_addr constant [\(bytes.count) x i8] \(IRText.bytes(bytes))")
    return name
  }

  private func codeObject(_ function: Function, _ index: Int, _ text: inout IRText) {
    let base = shared.symbols[index]
    func name(_ part: String) -> String { IRText.symbol("\(base):\(part)") }
    let label = cString(function.name, name("name"), &text)
    let qualname = cString(function.qualname, name("qualname"), &text)
    var parameterStrings: [String] = []
    // Behind the parameter of a class body stand the attributes that likely hold floats.
    let isBody = function.kind == .classBody
    let floats = isBody ? shared.floatAttributes[index] ?? [] : []
    for name in function.parameters + floats { parameterStrings.append(constants.str(Array(name.utf8))) }
    var localStrings: [String] = []
    for local in function.locals { localStrings.append(constants.str(Array(local.utf8))) }
    let parameters = valueArray(parameterStrings, name("parameters"), &text)
    var flags = function.kind == .module || function.kind == .classBody ? 0 : ABI.codeFunction
    let closureNames = function.freeVariables + function.cellVariables
    if !closureNames.isEmpty {
      localStrings += closureNames.map { constants.str(Array($0.utf8)) } + ["null"]
      flags |= ABI.codeClosureNames
    }
    let locals = valueArray(localStrings, name("locals"), &text)
    var positions = "null"
    var positionCount = 0
    let places = shared.positions(of: index)
    if !places.isEmpty {
      let rows = places.flatMap(\.rows).map {
        "%Position { i32 \($0.line), i32 \($0.endLine), i32 \($0.column), i32 \($0.endColumn) }"
      }
      positions = name("positions")
      positionCount = rows.count
      text.line("\(positions) = internal constant [\(rows.count) x %Position] [\(rows.joined(separator: ", "))]")
    }
    var doc = "null"
    if function.doc != .max, let docText = module.text(function.doc), function.kind == .function {
      doc = cString(docText, name("doc"), &text)
    }
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
    let isPlain =
      function.kind != .module && function.kind != .classBody && function.keywordOnlyCount == 0 && !function.hasVarArgs
      && !function.hasVarKeywords
    text.line("\(symbol(index, ":known")) = \(linkage(index)) global i64 \(ABI.noFunction), align 8")
    text.line(
      "\(symbol(index, ":code")) = \(linkage(index)) constant %Code { ptr \(label), ptr \(qualname), ptr @file, ptr \(entry), "
        + "ptr \(symbol(index)), ptr \(parameters), ptr \(locals), ptr \(positions), ptr \(doc), "
        + "ptr \(symbol(index, ":known")), "
        + "i32 \(function.positionalOnlyCount), i32 \(function.positionalCount), i32 \(function.keywordOnlyCount), "
        + "i32 \(function.locals.count), i32 \(flags), i32 \(function.firstLine), "
        + "i32 \(isBody ? floats.count : function.frameSlots), "
        + "i32 \(function.freeVariables.count), i32 \(isPlain ? function.positionalCount : -1), "
        + "i32 \(positionCount) }")
  }

  func moduleInfo(_ text: inout IRText) {
    let name = cString(module.name, "@name", &text)
    _ = cString(module.path, "@file", &text)
    let slotCount = max(module.slots.count, 1)
    let linkage = isWhole ? "internal" : "hidden"
    text.line("\(slots) = \(linkage) global [\(slotCount) x i64] zeroinitializer, align 8")
    text.line("@order = internal global [\(slotCount) x i32] zeroinitializer, align 4")
    text.line("\(moduleSymbol) = hidden global %Module zeroinitializer, align 8")
    let slotNames = module.slots.indices.map(slotName)
    let names = valueArray(slotNames, "@slotnames", &text)
    let strings = valueArray(constants.strings, "@strings", &text)
    text.line(
      "\(infoSymbol) = hidden constant %ModuleInfo { ptr \(name), ptr @file, "
        + "ptr \(symbol(0)), ptr \(names), ptr \(slots), ptr @order, ptr \(moduleSymbol), ptr \(strings), "
        + "i32 \(module.slots.count), i32 \(constants.strings.count), i32 \(module.isPackage ? 1 : 0), i32 0 }")
  }
}
