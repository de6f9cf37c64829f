import MoltSyntax

// Constants that stand for keys of mapping patterns, compared as a dict would.

/// A constant as a set of constants sees it: equal numbers are the same, whatever their type.
enum PatternKey: Hashable {
  case none, ellipsis
  case integer(Int64)
  case bigInteger([UInt8])
  case complex(UInt64, UInt64)
  case text([UInt8])
  case bytes([UInt8])
}

extension AST {
  /// The key of a literal pattern and how Python shows it; nil: it is no constant.
  func patternKey(_ id: ExprID) -> (key: PatternKey, shown: String)? {
    guard let number = foldedNumber(id) else {
      guard case .constant(let value, _) = self[id] else { return nil }
      switch value {
      case .none: return (.none, "None")
      case .ellipsis: return (.ellipsis, "Ellipsis")
      case .str(let symbol): return (.text(bytes(symbol)), reprOfConstant(id))
      case .bytes(let symbol): return (.bytes(bytes(symbol)), reprOfConstant(id))
      case .bigInt(let symbol): return (.bigInteger(bytes(symbol)), text(symbol))
      default: return nil
      }
    }
    return number
  }

  private func reprOfConstant(_ id: ExprID) -> String {
    String(decoding: Unparser.annotation(id, in: self).0, as: UTF8.self)
  }

  /// Numbers, negative ones, and sums of a real and an imaginary one.
  private func foldedNumber(_ id: ExprID) -> (key: PatternKey, shown: String)? {
    switch self[id] {
    case .constant(.true, _): return (.integer(1), "True")
    case .constant(.false, _): return (.integer(0), "False")
    case .constant(.int(let value), _): return (.integer(value), String(value))
    case .constant(.float(let bits), _): return (realKey(Double(bitPattern: bits)), reprOfConstant(id))
    case .constant(.imaginary(let bits), _): return (complexKey(0, Double(bitPattern: bits)), reprOfConstant(id))
    case .unaryOp(.uSub, let operand):
      guard let inner = foldedNumber(operand) else { return nil }
      switch inner.key {
      case .integer(let value) where inner.shown.first?.isNumber == true:
        if case .constant(.float, _) = self[operand] {
          return (realKey(-Double(value)), "-" + inner.shown)
        }
        return (.integer(0 &- value), value == 0 ? "0" : "-" + inner.shown)
      case .complex(let real, let imaginary):
        let negated = complexKey(-Double(bitPattern: real), -Double(bitPattern: imaginary))
        let isReal = imaginary == 0
        return (negated, isReal ? "-" + inner.shown : "(-0-" + inner.shown + ")")
      default: return nil
      }
    case .binOp(let left, let op, let right):
      guard op == .add || op == .sub, let real = foldedNumber(left),
        case .constant(.imaginary(let bits), _) = self[right]
      else { return nil }
      let part: Double
      switch real.key {
      case .integer(let value): part = Double(value)
      case .complex(let value, 0): part = Double(bitPattern: value)
      default: return nil
      }
      let imaginary = Double(bitPattern: bits)
      let sign = op == .add ? "+" : "-"
      return (
        complexKey(part, op == .add ? imaginary : -imaginary), "(" + real.shown + sign + reprOfConstant(right) + ")"
      )
    default: return nil
    }
  }

  private func realKey(_ value: Double) -> PatternKey { complexKey(value, 0) }

  private func complexKey(_ real: Double, _ imaginary: Double) -> PatternKey {
    if imaginary == 0, let whole = Int64(exactly: real) { return .integer(whole) }
    return .complex(real.bitPattern, imaginary == 0 ? 0 : imaginary.bitPattern)
  }
}
