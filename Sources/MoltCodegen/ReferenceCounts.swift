import MoltIR
import MoltSpec

// `--count-references`: compiled code counts the references that it retains and releases, by source line
// (Sources/MoltRuntime/Program/ReferenceCounts.swift prints them).

/// What is counted for a line; the order of the fields of MoltReferenceCount.
enum ReferenceOperation: Int {
  case retain = 0
  case release = 1
}

/// The rows that a module's code counts in, in the order in which its code is emitted.
struct ReferenceCountTable {
  static let symbol = "@references"
  static let prelude = """
    define internal void @count(ptr %counter) alwaysinline nounwind {
      %old = load i64, ptr %counter, align 8
      %new = add i64 %old, 1
      store i64 %new, ptr %counter, align 8
      ret void
    }

    """
  private var rows: [Int32: Int] = [:]
  private var lines: [Int32] = []

  /// The code that counts one operation.
  mutating func increment(_ operation: ReferenceOperation, line: Int32) -> String {
    let row = rows[line] ?? lines.count
    if row == lines.count {
      rows[line] = row
      lines.append(line)
    }
    let field =
      "getelementptr (%ReferenceCount, ptr \(ReferenceCountTable.symbol).rows, i32 \(row), i32 \(operation.rawValue))"
    return "call void @count(ptr \(field))"
  }

  func emit(_ text: inout IRText) {
    let rows = lines.map { "%ReferenceCount { i64 0, i64 0, i32 \($0), i32 0 }" }.joined(separator: ", ")
    text.line(
      "\(ReferenceCountTable.symbol).rows = internal global [\(lines.count) x %ReferenceCount] [\(rows)], align 8")
    text.line(
      "\(ReferenceCountTable.symbol) = internal global %ReferenceCounts { ptr null, ptr @file, "
        + "ptr \(ReferenceCountTable.symbol).rows, i32 \(lines.count), i32 0 }, align 8")
  }
}

extension FunctionEmitter {
  mutating func retain(_ value: String, isOptional: Bool = false) {
    count(.retain)
    line("call void \(prelude(isOptional ? "retain.optional" : "retain"))(i64 \(value))")
  }

  mutating func release(_ value: String, isOptional: Bool = false) {
    count(.release)
    line("call void \(prelude(isOptional ? "release.optional" : "release"))(i64 \(value))")
  }

  private mutating func count(_ operation: ReferenceOperation) {
    guard part.options.countsReferences else { return }
    line(part.referenceCounts.increment(operation, line: sourceLine))
  }

  /// The line that an instruction of a block belongs to. Only what can raise has a position: a reference is retained
  /// for the next such operation of the block and released after the last.
  func positionedLine(near index: Int, in instructions: [InstID]) -> Int32? {
    func line(_ index: Int) -> Int32? {
      let position = function[instructions[index]].position
      return position == Instruction.noPosition ? nil : function.positions[Int(position)].line
    }
    let before = instructions.indices[...index].reversed().lazy.compactMap(line).first
    let after = instructions.indices[index...].lazy.compactMap(line).first
    return function[instructions[index]].opcode == .retain ? after ?? before : before ?? after
  }
}
