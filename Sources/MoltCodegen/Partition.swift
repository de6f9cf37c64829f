import MoltIR
import MoltSupport

/// How a module's functions are divided into parts that LLVM compiles one by one: in parallel, and after an edit only
/// those that changed.
///
/// A unit is a function with the functions inside it. A unit ends its part with a probability that is proportional to its
/// size, decided by its name: where a part ends depends on little but the unit there, so that an edit moves no other
/// part's bounds. (The idea of content-defined chunking; Muthitacharoen, Chen, Mazières: A Low-bandwidth Network File
/// System, SOSP 2001.)
struct Partition {
  struct Part {
    /// Numbers of functions, ascending.
    var functions: [Int] = []
    /// It has the module's code objects, constants and globals, and what runs once: the bodies of the module and of its
    /// classes.
    var holdsData = false
  }

  private(set) var parts: [Part]

  /// MIR instructions of a part on average; a part may have twice as many and one more unit. Chosen by the time of an
  /// edit's build (LLVM takes about 0.1 ms for an instruction) against that of a whole one (0.02 s for each part).
  private static let averageSize = 2400

  /// All in one part.
  static func whole(_ functions: [Function]) -> Partition {
    Partition(parts: [Part(functions: Array(functions.indices), holdsData: true)])
  }

  /// - Parameters:
  ///   - functions: a module's functions in the form that is emitted.
  ///   - symbols: their symbols.
  ///   - areLarge: parts are to be sixteen times as large, for code that LLVM makes in a sixteenth of the time.
  init(_ functions: [Function], symbols: [String], areLarge: Bool = false) {
    let averageSize = areLarge ? 16 * Partition.averageSize : Partition.averageSize
    var data = Part(holdsData: true)
    var units: [(functions: [Int], size: Int)] = []
    for (index, function) in functions.enumerated() {
      let size = function.instructionCount
      if function.isNested, !units.isEmpty {
        units[units.count - 1].functions.append(index)
        units[units.count - 1].size += size
      } else if function.kind == .module || function.kind == .classBody {
        data.functions.append(index)
      } else {
        units.append(([index], size))
      }
    }
    if units.reduce(0, { $0 + $1.size }) <= averageSize {
      self = .whole(functions)
      return
    }
    parts = [data]
    var part = Part()
    var size = 0
    for unit in units {
      part.functions += unit.functions
      size += unit.size
      if size > 2 * averageSize || Partition.endsPart(symbols[unit.functions[0]], unit.size, averageSize) {
        parts.append(part)
        part = Part()
        size = 0
      }
    }
    if !part.functions.isEmpty { parts.append(part) }
  }

  private init(parts: [Part]) { self.parts = parts }

  private static func endsPart(_ symbol: String, _ size: Int, _ averageSize: Int) -> Bool {
    Digest(of: Array(symbol.utf8)).low % UInt64(averageSize) < UInt64(size)
  }
}
