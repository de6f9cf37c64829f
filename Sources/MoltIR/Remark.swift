/// Says of one place in the source what the compiler could not make fast there, and why. A pass that gives up on
/// something adds one; `molt build --remarks` prints them.
public struct Remark: Hashable, Sendable {
  public var position: Position
  /// Qualified name of the function that holds the place; empty for the module's body.
  public var function: String
  public var text: String

  public init(_ text: String, position: Position, function: String) {
    self.text = text
    self.position = position
    self.function = function
  }

  /// A remark on an instruction of `function`; nil where the instruction stands for no place in the source.
  public init?(_ text: String, _ instruction: Instruction, _ function: Function) {
    guard instruction.position != Instruction.noPosition else { return nil }
    self.init(
      text, position: function.positions[Int(instruction.position)],
      function: function.kind == .module ? "" : function.qualname)
  }

  /// One line for each different remark, in the order of the source: `file.py:LINE:COL: remark: text (in function)`.
  /// Columns count bytes from 1, as compilers print them.
  public static func lines(_ remarks: [Remark], path: String) -> String {
    let ordered = Set(remarks).sorted {
      let (left, right) = ($0.position, $1.position)
      return (left.line, left.column, left.endLine, left.endColumn, $0.text, $0.function)
        < (right.line, right.column, right.endLine, right.endColumn, $1.text, $1.function)
    }
    var result = ""
    for remark in ordered {
      result += "\(path):\(remark.position.line):\(remark.position.column + 1): remark: \(remark.text)"
      result += remark.function.isEmpty ? "\n" : " (in \(remark.function))\n"
    }
    return result
  }
}
