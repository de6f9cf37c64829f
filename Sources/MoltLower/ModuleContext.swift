import MoltIR
import MoltSyntax

/// What the lowering of all functions of one module shares: the AST, its scopes, and the module under construction.
final class ModuleContext {
  let ast: AST
  let scopes: ScopeTable
  var names: NameTable
  var module: Module
  var diagnostics: [LowerDiagnostic]
  /// In source order of what they are about, each once, although some code is lowered more than once.
  private(set) var warnings: [LowerDiagnostic] = []
  let mode: SourceMode
  /// Dotted name of the package that relative imports start from; empty: none.
  let package: [UInt8]
  /// `from __future__ import annotations` is in force.
  var annotationsAreStrings = false

  /// Functions note where they are: the module defines coroutine functions, frames are kept, or a call looks like one
  /// that warns where it stands.
  private(set) lazy var tracksPlaces =
    keepsFrames || scopes.scopes.contains { $0.kind == .function && $0.suspension == .coroutine }
    || ast.expressions.contains(where: warnsOfItself)

  /// `generator.throw(type, value)`, which is deprecated.
  private func warnsOfItself(_ expression: Expr) -> Bool {
    guard case .call(let function, let args, _) = expression, args.count > 1,
      case .attribute(_, let name, _) = ast[function]
    else { return false }
    return ast.text(name) == "throw"
  }

  /// The variables of functions are in cells that frames show (Frames.swift).
  var keepsFrames: Bool { module.keepsFrames }

  /// The variables that functions inside their own use.
  private(set) lazy var sharedVariables = Set(
    scopes.scopes.flatMap { scope in scope.cells.compactMap { scope.variables[$0] } })

  /// Names that statements bind in the module itself, or as `global` anywhere.
  private(set) lazy var globalsBound: Set<Name> = {
    var bound: Set<Name> = []
    for (index, scope) in scopes.scopes.enumerated() {
      for (name, flags) in scope.flags where flags.contains(.assigned) {
        if index == 0 || flags.contains(.global) { bound.insert(name) }
      }
    }
    return bound
  }()

  let classCellName: Name
  /// The name `self`.
  let selfName: Name
  let namespaceCellName: Name
  let debugName: Name
  /// Stores to attributes, in source order; wanted for every class.
  private(set) lazy var attributeStores = ast.attributeStores()

  /// Where the statements begin that may ask for features: behind the docstring, before anything else.
  private(set) lazy var leadingFutures: Set<UInt32> = {
    var starts: Set<UInt32> = []
    for (index, statement) in ast.list(ast.body).enumerated() {
      switch ast[statement] {
      case .expr(let value):
        guard index == 0, case .constant(.str, _) = ast[value] else { return starts }
      case .importFrom(let module, _, let level):
        guard level == 0, !module.isNone, ast.text(module) == "__future__" else { return starts }
        starts.insert(ast.span(statement).start)
      default: return starts
      }
    }
    return starts
  }()

  private var constants: [Constant: UInt32] = [:]
  private var slots: [Name: Int] = [:]

  init(ast: AST, builder: ScopeBuilder, module: Module, package: [UInt8], mode: SourceMode) {
    self.ast = ast
    self.mode = mode
    var scopes = builder.table
    scopes.keepsFrames = module.keepsFrames
    self.scopes = scopes
    var names = builder.names
    self.classCellName = names.name("__class__")
    self.selfName = names.name("self")
    self.namespaceCellName = builder.namespaceCellName
    self.debugName = names.name("__debug__")
    self.names = names
    self.module = module
    self.diagnostics = builder.diagnostics
    self.package = package
  }

  func constant(_ constant: Constant) -> UInt32 {
    if let known = constants[constant] { return known }
    let index = UInt32(module.constants.count)
    module.constants.append(constant)
    constants[constant] = index
    return index
  }

  /// The str constant of a name.
  func constant(_ name: Name) -> UInt32 { constant(.str(names.texts[Int(name.raw)])) }

  /// The slot of a global variable, made on first mention.
  func slot(_ name: Name) -> Int {
    if let known = slots[name] { return known }
    let index = module.slots.count
    module.slots.append(names.text(name))
    slots[name] = index
    return index
  }

  /// A variable of a closure that no source names.
  func isHidden(_ name: Name) -> Bool {
    name == classCellName || name == namespaceCellName || names.texts[Int(name.raw)].first == 0x2e
  }

  func reserveFunction(_ function: Function) -> Int {
    module.functions.append(function)
    return module.functions.count - 1
  }

  /// CPython reports one SyntaxError, the first that it comes to.
  func warn(_ message: String, _ span: Span) {
    if warnings.contains(where: { $0.span == span && $0.message == message }) { return }
    warnings.append(LowerDiagnostic(kind: .syntaxWarning, message: message, span: span))
  }

  func report(_ kind: LowerDiagnostic.Kind, _ message: String, _ span: Span) {
    if kind == .syntaxError && diagnostics.contains(where: { $0.kind == .syntaxError }) { return }
    diagnostics.append(LowerDiagnostic(kind: kind, message: message, span: span))
  }
}

/// Lowers a module's AST to MIR. Only the module itself is read, so every module can be lowered as soon as it is
/// parsed.
/// - Parameters:
///   - name: dotted module name.
///   - path: as `__file__` and tracebacks show it.
///   - package: the package that relative imports start from; empty: none.
///   - isPackage: the source is a package's `__init__`.
///   - keepsFrames: the program looks at frames.
///   - annotationsAreStrings: as if the source began with `from __future__ import annotations`.
public func lowerModule(
  _ ast: AST, name: String, path: String, package: String, isPackage: Bool, mode: SourceMode = .module,
  annotationsAreStrings: Bool = false, keepsFrames: Bool = false
) -> LowerResult {
  let builder = ScopeBuilder.build(ast, mode: mode, annotationsAreStrings: annotationsAreStrings)
  var module = Module(name: name, path: path, isPackage: isPackage)
  module.keepsFrames = keepsFrames
  let context = ModuleContext(
    ast: ast, builder: builder, module: module, package: Array(package.utf8), mode: mode)
  context.annotationsAreStrings = annotationsAreStrings
  if let first = context.diagnostics.first {
    context.diagnostics = [first]
  } else {
    var body = Function(kind: .module, name: "<module>", qualname: "<module>")
    body.firstLine = 1
    _ = context.reserveFunction(body)
    let lowerer = FunctionLowerer(context, body, scope: ScopeID(raw: 0), index: 0)
    lowerer.lowerModuleBody()
    // CPython stops at the first error; what has no lowering is all reported.
    if let first = context.diagnostics.first(where: { $0.kind == .syntaxError }) { context.diagnostics = [first] }
  }
  let failed = !context.diagnostics.isEmpty
  return LowerResult(
    module: failed ? nil : context.module, diagnostics: context.diagnostics, warnings: context.warnings)
}
