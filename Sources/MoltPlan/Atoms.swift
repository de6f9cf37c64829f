/// What an abstract value stands for. `a` and `b` are numbers whose meaning depends on the kind.
enum AtomKind: UInt8 {
  /// Any value of a simple built-in type; a: the bit of its kind.
  case primitive
  /// A container made at one place; a: number of the place.
  case list, tuple, dict, set
  /// An iterator of a built-in type; a: the node of what it yields.
  case iterator
  /// a: the generator function.
  case generator
  /// a: the function.
  case function
  /// a: the atom that is called, b: the atom that is passed first.
  case bound
  /// A class of the program, and an instance of it; a: the class's body.
  case cls, instance
  /// a: its name.
  case module
  /// A built-in function or type; a: its name.
  case builtin
  /// A method of a built-in type; a: `type.method`, b: the receiver's atom.
  case builtinMethod
  /// Any value of a built-in type without a kind of its own; a: the type's name.
  case opaque
  /// A variable that closures share; a: the node of its contents.
  case cell
  /// a: the class's atom, b: the instance's.
  case superProxy
  /// What the decorators of the same names make; a: the node of the function.
  case property, staticMethod, classMethod
  /// A callable that passes its calls on, such as what `functools.lru_cache` makes; a: the node of the function.
  case wrapper
}

struct Atom: Hashable {
  var kind: AtomKind
  var a: Int32
  var b: Int32
}

/// The atoms of one solution, numbered as they turn up.
struct AtomTable {
  private(set) var atoms: [Atom] = []
  /// Kinds that a value of the atom is reported as.
  private(set) var masks: [UInt32] = []
  private var numbers: [Atom: Int32] = [:]

  subscript(_ atom: Int32) -> Atom { atoms[Int(atom)] }

  mutating func number(_ kind: AtomKind, _ a: Int32, _ b: Int32 = 0) -> Int32 {
    let atom = Atom(kind: kind, a: a, b: b)
    if let known = numbers[atom] { return known }
    let number = Int32(atoms.count)
    atoms.append(atom)
    masks.append(Self.mask(atom).rawValue)
    numbers[atom] = number
    return number
  }

  /// Changes what a built-in is reported as: a type rather than a function.
  mutating func report(_ atom: Int32, as kinds: LikelyType.Kinds) { masks[Int(atom)] = kinds.rawValue }

  private static func mask(_ atom: Atom) -> LikelyType.Kinds {
    switch atom.kind {
    case .primitive: LikelyType.Kinds(rawValue: 1 << UInt32(atom.a))
    case .list: .list
    case .tuple: .tuple
    case .dict: .dict
    case .set: .set
    case .iterator: .iterator
    case .generator: .generator
    case .function: .function
    case .bound: .method
    case .cls: .class
    case .instance: .instance
    case .module: .module
    case .cell: []
    case .builtin, .builtinMethod, .opaque, .superProxy, .property, .staticMethod, .classMethod, .wrapper: .other
    }
  }
}

/// Parts of a value that have a node of their own.
enum Field {
  /// Elements of a list, set or tuple; keys of a dict.
  static let element: Int32 = 0
  /// Values of a dict.
  static let value: Int32 = 1
  /// What iterating over an instance yields.
  static let iteration: Int32 = 2
  /// What `yield` receives in a generator.
  static let sent: Int32 = 3
  /// Elements of a tuple by index come after these.
  static let first: Int32 = 16
  static let indexLimit: Int32 = 12
}

/// What happens when an atom arrives at a node; `a` and `b` are numbers whose meaning depends on the kind.
struct Listener: Hashable {
  enum Kind: UInt8 {
    /// Operation a, operand b.
    case operation
    /// Call a: the atom is called.
    case callee
    /// Call a: a method of the atom, named b, is called.
    case receiver
    /// Call a: the atom was found in a class as a method of instance b, or of class b itself.
    case methodTarget, classTarget
    /// Call a: the atom is the `__init__` of instance b.
    case initTarget
    /// The atom was found in a class as an attribute of instance or class b; a: node that gets the attribute.
    case bindInto
    /// As `bindInto`, of a class method: the function is bound to class b.
    case bindClass
    /// Node a gets: what iterating over the atom yields, what an iterator yields, field b, item b, what a generator
    /// returns.
    case iterInto, nextInto, fieldInto, itemInto, resultInto
    /// Node a goes into field b of the atom.
    case fieldFrom
    /// Mapping or pairs for dict b.
    case updateDict
    /// Node a gets the atom as `sum`, `abs` or `divmod` make it.
    case sumInto, absoluteInto
    /// The atom's order is asked for with node a on the other side.
    case orderWith
    /// Node a gets the atom's class.
    case classInto
    /// Class b, base at position a.
    case base
    /// The class atom b goes into the atom's cell.
    case classCell
    /// Node a gets an instance of the atom.
    case instanceInto
    /// Module a imports all names of the atom.
    case star
  }
  var kind: Kind
  var a: Int32
  var b: Int32
  init(_ kind: Kind, _ a: Int32, _ b: Int32 = 0) {
    self.kind = kind
    self.a = a
    self.b = b
  }
}
