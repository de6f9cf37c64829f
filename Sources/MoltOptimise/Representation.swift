import MoltIR
import MoltSpec

/// What is known of a Python value that is held as a value.
enum Known: Hashable {
  case nothing
  /// Exactly of a built-in type.
  case exact(ExactType)
  case none
  /// Of the class that this layout (`Externals`) describes; only until code runs that could change a class.
  case instance(Int)
  /// The same, and it has all attributes that are floats there.
  case floats(Int)
  /// Was of that class before such code ran.
  case former(Int)
}

/// How a value of the source function is held at a point of the specialised one.
indirect enum Representation: Hashable {
  /// Only its lifetime matters, and it needs none: an unboxed number that nothing reads any more.
  case dropped
  case null
  /// The constant of this number, made where it is used.
  case constant(UInt32)
  case boxed(Known)
  /// Boxed, or null.
  case optional
  case i64, f64
  /// A Python bool as i1.
  case bool
  /// Not a Python value in the source either.
  case machine(ValueType)
  /// The built-in function of this slot's name.
  case builtin(slot: Int)
  /// The value of this global, which is bound: no code that could rebind it has run since.
  case global(slot: Int)
  /// The method `append` of lists, of which no more than that is needed.
  case listAppend
  /// Objects that are not allocated; each case says which values they consist of.
  /// A slice of a list that nothing has changed since; list, start, stop (the outermost numbers where absent)
  case listSlice(step: Int64)
  /// start, stop
  case range(step: Int64)
  /// next number, stop
  case rangeIterator(step: Int64)
  /// sequence, index of the next item
  case sequenceIterator(ExactType)
  /// number, then the inner iterator
  case enumerateIterator(Representation)
  case zipIterator([Representation])
  case tuple([Representation])
  /// A cell that is not allocated, by how its content is held (`VirtualCells`).
  case cell(Representation)
  /// The array that unpacking a virtual tuple leaves.
  case elements([Representation])

  /// Types of the values that make it up, in order.
  func types(_ result: inout [ValueType]) {
    switch self {
    case .dropped, .null, .constant, .builtin, .global, .listAppend: break
    case .boxed: result.append(.value)
    case .optional: result.append(.optional)
    case .i64: result.append(.i64)
    case .f64: result.append(.f64)
    case .bool: result.append(.i1)
    case .machine(let type): result.append(type)
    case .listSlice: result += [.value, .i64, .i64]
    case .range, .rangeIterator: result += [.i64, .i64]
    case .sequenceIterator: result += [.value, .i64]
    case .enumerateIterator(let inner):
      result.append(.i64)
      inner.types(&result)
    case .cell(let content): content.types(&result)
    case .zipIterator(let parts), .tuple(let parts), .elements(let parts): for part in parts { part.types(&result) }
    }
  }

  var types: [ValueType] {
    var result: [ValueType] = []
    types(&result)
    return result
  }

  /// An object without identity so far whose state changes: two names must not hold it apart from each other.
  var isMutable: Bool {
    switch self {
    case .rangeIterator, .sequenceIterator, .enumerateIterator, .zipIterator, .cell: true
    case .tuple(let parts), .elements(let parts): parts.contains { $0.isMutable }
    default: false
    }
  }

  var isVirtual: Bool {
    switch self {
    case .range, .tuple, .elements, .listSlice: true
    default: isMutable
    }
  }

  var isInstance: Bool {
    switch self {
    case .boxed(.instance), .boxed(.floats): true
    default: false
    }
  }

  /// The layout of the class that the object is, or was, known to be of.
  var layout: Int? {
    switch self {
    case .boxed(.instance(let layout)), .boxed(.floats(let layout)), .boxed(.former(let layout)): layout
    default: nil
    }
  }

  /// Holds a number or nothing, so that the end of its life cannot be seen.
  var hasNoLifetime: Bool {
    switch self {
    case .dropped, .null, .constant, .i64, .f64, .bool, .builtin, .global, .listAppend: true
    default: false
    }
  }
}

/// A representation with the values of the specialised function that make it up.
struct Binding: Equatable {
  var representation: Representation
  var values: [ValueID]
  init(_ representation: Representation, _ values: [ValueID] = []) {
    self.representation = representation
    self.values = values
  }

  /// The parts of a compound, each with its values; `skipping` values stand before them.
  func parts(_ representations: [Representation], skipping: Int = 0) -> [Binding] {
    var at = skipping
    return representations.map { part in
      let count = part.types.count
      defer { at += count }
      return Binding(part, Array(values[at..<at + count]))
    }
  }
}
