import MoltIR
import MoltSpec

/// The remarks on a module's functions, as they come up.
public final class RemarkList {
  public private(set) var all: [Remark] = []
  public init() {}
  func add(_ remarks: [Remark]) { all += remarks }
}

extension Specialiser {
  /// Notes that an operation is carried out in the general way although nothing rare has happened yet, and what is known
  /// of its operands, unless nobody asks.
  mutating func remark(_ inst: Instruction, _ state: State) {
    guard facts.descriptions != nil, !result[state.block].isCold, let text = Self.general(inst.opcode) else { return }
    let operands = source.values(inst.operands).map { description($0, state) }
    let reason: String
    switch inst.opcode {
    case .call, .callLoaded:
      reason =
        facts.callees[inst.result.raw] == nil ? "the callee is not known" : "the arguments do not fit its parameters"
    case .getAttr, .setAttr, .callMethod, .loadMethod: reason = "the object is \(operands[0])"
    default: reason = operands.isEmpty ? "" : "operands: " + operands.joined(separator: ", ")
    }
    if let remark = Remark(reason.isEmpty ? text : "\(text); \(reason)", inst, source) { remarks.append(remark) }
  }

  /// What the general way of an operation is; nil where there is no better one to miss.
  private static func general(_ opcode: Opcode) -> String? {
    switch opcode {
    case .call, .callLoaded: "call through the general protocol"
    case .getAttr: "attribute by inline cache"
    case .setAttr: "attribute stored by inline cache"
    case .callMethod, .loadMethod: "method by inline cache"
    case .getItem: "item by the general protocol"
    case .setItem: "item stored by the general protocol"
    case .iter, .next: "iteration by the general protocol"
    case .unpack: "unpacked by way of memory"
    case .truth: "truth by the general protocol"
    case .globalLoad, .cellLoad, .unwrap: nil
    default: "arithmetic or comparison by the general protocol"
    }
  }

  private func description(_ name: ValueID, _ state: State) -> String {
    switch state.environment[name]!.representation {
    case .i64: "int"
    case .f64: "float"
    case .bool: "bool"
    case .constant(let index): constantKind(module.constants[Int(index)])
    default: facts.descriptions?[name.raw] ?? "of unknown type"
    }
  }

  private func constantKind(_ constant: Constant) -> String {
    switch constant {
    case .none: "None"
    case .true, .false: "bool"
    case .ellipsis: "Ellipsis"
    case .notImplemented: "NotImplemented"
    case .smallInt, .bigInt: "int"
    case .float: "float"
    case .imaginary: "complex"
    case .str: "str"
    case .bytes: "bytes"
    case .tuple: "tuple"
    }
  }
}
