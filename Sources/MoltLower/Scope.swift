import MoltIR
import MoltSyntax

/// Index into `ScopeTable.scopes`.
struct ScopeID: Hashable {
  var raw: UInt32
}

/// A variable that lives in a function's frame: unique in the module.
struct VariableID: Hashable {
  var raw: UInt32
}

enum ScopeKind {
  case module, classBody, function, lambda, generatorExpression
  /// Where the type parameters of a function, class or alias are made and its annotations, bases or value evaluated.
  case typeParameters
  /// The bound of a type variable, and the value of a `type` statement: evaluated when they are asked for.
  case typeVarBound, typeAlias
  /// A list, set or dict comprehension: it has names of its own but runs inside the function around it (PEP 709).
  case comprehension

  /// Lowered as a MIR function of its own.
  var isFunctionLike: Bool { self != .comprehension }
  /// Its names are variables of a frame.
  var hasLocals: Bool { self != .module && self != .classBody }
}

/// How a name is bound inside a scope.
enum Binding: Equatable {
  /// A variable of the running function; `isCell`: shared with inner functions through a cell.
  case local(VariableID, isCell: Bool)
  /// A variable of an enclosing function: index into the running function's closure.
  case free(Int)
  case global
  /// A name of a class body, or of a module that has a namespace: looked up there, then as `fallback`.
  indirect case classBody(fallback: Binding)
  /// A name of an annotation scope in a class body: looked up in the namespace that the cell at `index` of the closure
  /// holds, then as `fallback`.
  indirect case seenClass(index: Int, fallback: Binding)
}

struct Scope {
  struct Flags: OptionSet {
    let rawValue: UInt16
    /// Bound by whatever statement.
    static let assigned = Flags(rawValue: 1)
    static let parameter = Flags(rawValue: 2)
    static let global = Flags(rawValue: 4)
    static let nonlocal = Flags(rawValue: 8)
    static let used = Flags(rawValue: 16)
    /// Bound otherwise than by `import`; only this stands in the way of a later `global` or `nonlocal`.
    static let local = Flags(rawValue: 32)
    static let annotated = Flags(rawValue: 64)
    static let typeParameter = Flags(rawValue: 128)
    /// A comprehension's loop variable, and a name that `:=` in it passes outwards: one name cannot be both.
    static let loopVariable = Flags(rawValue: 256)
    static let passedOut = Flags(rawValue: 512)
  }

  var kind: ScopeKind
  var parent: ScopeID?
  /// Class whose name mangles private names here.
  var owner: Name?
  /// Names in order of first appearance, so that everything derived is deterministic.
  var order: [Name] = []
  var flags: [Name: Flags] = [:]
  var variables: [Name: VariableID] = [:]
  var cells: Set<Name> = []
  /// Names that come from an enclosing function, in the order of the closure.
  var freeNames: [Name] = []
  var isGenerator = false
  /// An `async def`, or a comprehension or generator expression that awaits something.
  var isAsync = false
  /// A class body whose methods use `super` or `__class__`.
  var needsClassCell = false
  /// A class body with annotation scopes, which see its namespace through a cell.
  var needsNamespaceCell = false
  /// An annotation scope that sees the names of the class body around it.
  var seesClass = false
  /// What a comprehension or generator expression is called in messages.
  var comprehensionNoun: String? = nil
  /// The targets of a comprehension's loop are being walked.
  var isInLoopTarget = false
  /// How many iterables of comprehensions are being walked around this place.
  var iterableDepth = 0

  /// What a call of the scope's code makes.
  var suspension: Suspension? {
    if isAsync { return isGenerator ? .asyncGenerator : .coroutine }
    return isGenerator ? .generator : nil
  }

  mutating func note(_ name: Name, _ flag: Flags) {
    if let known = flags[name] {
      flags[name] = known.union(flag)
    } else {
      flags[name] = flag
      order.append(name)
    }
  }

  /// The name is a variable of this very scope.
  func binds(_ name: Name) -> Bool {
    guard let flags = flags[name] else { return false }
    return !flags.isDisjoint(with: [.assigned, .parameter]) && flags.isDisjoint(with: [.global, .nonlocal])
  }
}

/// The scopes of a module, found from the nodes that open them.
struct ScopeTable {
  var scopes: [Scope] = []
  var functions: [NodeID<MoltSyntax.Function>: ScopeID] = [:]
  var classes: [NodeID<Class>: ScopeID] = [:]
  /// Lambdas, comprehensions and generator expressions.
  var expressions: [ExprID: ScopeID] = [:]
  /// Where the type parameters of a function, a class and a `type` statement are made.
  var functionParameters: [NodeID<MoltSyntax.Function>: ScopeID] = [:]
  var classParameters: [NodeID<Class>: ScopeID] = [:]
  var aliasParameters: [StmtID: ScopeID] = [:]
  var bounds: [NodeID<TypeParam>: ScopeID] = [:]
  var aliasValues: [StmtID: ScopeID] = [:]
  private(set) var variableCount: UInt32 = 0
  /// Every variable of a function has a cell, which the function's frame shows.
  var keepsFrames = false
  private let classCellName: Name
  private let namespaceCellName: Name
  /// The names of the module's body are those of a mapping (`SourceMode.hasNamespace`).
  private let moduleHasNamespace: Bool

  /// - Parameters: the names `__class__` and `__classdict__`, which class bodies bind for what is inside them.
  init(classCellName: Name, namespaceCellName: Name, moduleHasNamespace: Bool) {
    self.classCellName = classCellName
    self.namespaceCellName = namespaceCellName
    self.moduleHasNamespace = moduleHasNamespace
  }

  subscript(_ id: ScopeID) -> Scope {
    get { scopes[Int(id.raw)] }
    set { scopes[Int(id.raw)] = newValue }
  }

  mutating func open(_ kind: ScopeKind, parent: ScopeID?, owner: Name?) -> ScopeID {
    scopes.append(Scope(kind: kind, parent: parent, owner: owner))
    return ScopeID(raw: UInt32(scopes.count - 1))
  }

  /// Whether a variable of that scope is in a cell.
  func isCell(_ name: Name, of id: ScopeID) -> Bool { keepsFrames || self[id].cells.contains(name) }

  /// The function-like scope that runs the code of a scope.
  func runner(of id: ScopeID) -> ScopeID {
    var at = id
    while !self[at].kind.isFunctionLike, let parent = self[at].parent { at = parent }
    return at
  }

  /// Gives every local name its variable, then decides for every use that reaches outwards which names become cells and
  /// which functions pass them on (CPython's analyze_block in Python/symtable.c).
  mutating func resolve() {
    for index in scopes.indices where scopes[index].kind.hasLocals {
      for name in scopes[index].order where scopes[index].binds(name) {
        scopes[index].variables[name] = VariableID(raw: variableCount)
        variableCount += 1
      }
    }
    for index in scopes.indices {
      let id = ScopeID(raw: UInt32(index))
      for name in scopes[index].order {
        guard let flags = scopes[index].flags[name], !flags.contains(.global) else { continue }
        if scopes[index].binds(name) || isHiddenByClass(name, scopes[index]) { continue }
        capture(name, from: id)
      }
    }
  }

  /// A name of an annotation scope that the class body around it binds: either it is found there, or it is global.
  private func isHiddenByClass(_ name: Name, _ scope: Scope) -> Bool {
    guard scope.seesClass, name != classCellName, name != namespaceCellName else { return false }
    var at = scope.parent
    while let id = at {
      if self[id].kind == .classBody {
        guard let flags = self[id].flags[name] else { return false }
        return flags.contains(.global) || self[id].binds(name)
      }
      at = self[id].parent
    }
    return false
  }

  /// A name used in scope `id` and not bound there: if an enclosing function binds it, threads it through the closures.
  private mutating func capture(_ name: Name, from id: ScopeID) {
    var path: [ScopeID] = []
    var at = id
    while true {
      let scope = self[at]
      if at != id {
        if scope.kind == .classBody {
          if name == classCellName {
            self[at].needsClassCell = true
            self[at].cells.insert(name)
            break
          }
          if name == namespaceCellName {
            self[at].needsNamespaceCell = true
            break
          }
        } else if scope.kind.hasLocals, scope.binds(name) {
          if runner(of: at) != runner(of: id) || path.contains(where: { self[$0].kind.isFunctionLike }) {
            self[at].cells.insert(name)
          }
          break
        } else if scope.flags[name]?.contains(.global) == true, scope.kind.hasLocals {
          return
        }
      }
      if scope.kind == .module { return }
      path.append(at)
      guard let parent = scope.parent else { return }
      at = parent
    }
    for step in path where self[step].kind.isFunctionLike {
      if !self[step].freeNames.contains(name) { self[step].freeNames.append(name) }
    }
  }

  /// Puts the names of each closure into the order that `co_freevars` shows.
  mutating func sortFreeNames(by precedes: (Name, Name) -> Bool) {
    for index in scopes.indices { scopes[index].freeNames.sort(by: precedes) }
  }

  private func isDeclaredGlobal(_ name: Name, inClassOf scope: Scope) -> Bool {
    var at = scope.parent
    while let id = at {
      if self[id].kind == .classBody { return self[id].flags[name]?.contains(.global) ?? false }
      at = self[id].parent
    }
    return false
  }

  /// What a name means inside a scope, for the code of the function that runs the scope.
  func binding(of name: Name, in id: ScopeID) -> Binding {
    var at = id
    var passedClass = false
    while true {
      let scope = self[at]
      if scope.flags[name]?.contains(.global) == true, at == id || scope.kind.hasLocals { return .global }
      if scope.kind.hasLocals, scope.binds(name), let variable = scope.variables[name] {
        return .local(variable, isCell: isCell(name, of: at))
      }
      if scope.kind.isFunctionLike {
        // Comprehensions are inside the body here, and see what it sees.
        if scope.kind == .module, moduleHasNamespace { return .classBody(fallback: .global) }
        let outer: Binding =
          if let index = scope.freeNames.firstIndex(of: name) { .free(index) } else { .global }
        // A name that a class body binds falls back to the globals, one that it only uses to the function outside.
        if scope.kind == .classBody && !passedClass {
          return .classBody(fallback: scope.binds(name) ? .global : outer)
        }
        if scope.seesClass, !passedClass, !isDeclaredGlobal(name, inClassOf: scope), name != classCellName,
          let index = scope.freeNames.firstIndex(of: namespaceCellName)
        {
          return .seenClass(index: index, fallback: outer)
        }
        return outer
      }
      // A comprehension: its names continue in the scope around it, but never in a class body.
      guard let parent = scope.parent else { return .global }
      passedClass = true
      at = parent
    }
  }
}
