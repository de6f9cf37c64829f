import MoltSyntax

// Which attributes the instances of a class have: the names that its methods store on their first parameter. The
// runtime gives each an attribute slot at a fixed offset (Sources/MoltRuntime/Object/Instances.swift); a name that is
// missing here, or one too many, costs speed or memory and nothing else.

/// `name.attribute = …` somewhere in the module.
struct AttributeStore {
  let offset: UInt32
  let object: Symbol
  let attribute: Symbol
}

extension AST {
  /// All stores to an attribute of a plain name, in source order.
  func attributeStores() -> [AttributeStore] {
    var stores: [AttributeStore] = []
    for index in expressions.indices {
      guard case .attribute(let value, let attribute, .store) = expressions[index],
        case .name(let object, _) = self[value]
      else { continue }
      stores.append(AttributeStore(offset: expressionSpans[index].start, object: object, attribute: attribute))
    }
    stores.sort { $0.offset < $1.offset }
    return stores
  }
}

extension FunctionLowerer {
  /// The attributes that the methods of a class store on their first parameter, mangled, in source order.
  func selfAttributes(_ node: Class) -> [String] {
    let owner = context.scopes[functionScope].owner
    var found: [String] = []
    var seen: Set<String> = []
    let stores = context.attributeStores
    for statement in ast.list(node.body) {
      let id: NodeID<MoltSyntax.Function>
      switch ast[statement] {
      case .functionDef(let method): id = method
      case .asyncFunctionDef(let method): id = method
      default: continue
      }
      let arguments = ast[ast[id].args]
      guard let first = ast.list(arguments.posOnly).first ?? ast.list(arguments.args).first else { continue }
      let parameter = ast[first].name
      let span = ast.span(statement)
      // The first store that does not lie before the method.
      var low = 0
      var high = stores.count
      while low < high {
        let middle = (low + high) / 2
        if stores[middle].offset < span.start { low = middle + 1 } else { high = middle }
      }
      while low < stores.count && stores[low].offset < span.end {
        let store = stores[low]
        if store.object == parameter {
          // Two statements: `text` must read the table that `mangle` may just have extended.
          let mangled = context.names.mangle(store.attribute, owner: owner)
          let name = context.names.text(mangled)
          if seen.insert(name).inserted { found.append(name) }
        }
        low += 1
      }
    }
    return found
  }
}
