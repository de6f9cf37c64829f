import MoltABI

// Closure cells. Follows Objects/cellobject.c.

/// A closure cell holding a value (borrowed) or null.
@c(molt_new_cell) func molt_new_cell(_ value: Value) -> Value {
  let cell = Value(allocateObject(Types.cell, MemoryLayout<MoltCell>.size))
  if !value.isNull { cell.pointer(MoltCell.self).pointee.value = retained(value) }
  return cell
}

private func cellCompare(_ a: Value, _ b: Value, _ op: Int32) -> Value {
  guard typeOf(a) == Types.cell, typeOf(b) == Types.cell else { return .notImplemented }
  let left = a.pointer(MoltCell.self).pointee.value
  let right = b.pointer(MoltCell.self).pointee.value
  if !left.isNull && !right.isNull { return compare(left, right, op) }
  // An empty cell is smaller than any other.
  let difference = (right.isNull ? 1 : 0) - (left.isNull ? 1 : 0)
  switch op {
  case 0: return Value(difference < 0)
  case 1: return Value(difference <= 0)
  case 2: return Value(difference == 0)
  case 3: return Value(difference != 0)
  case 4: return Value(difference > 0)
  default: return Value(difference >= 0)
  }
}

func setUpCellType() {
  let type = Types.cell
  setUpType(type, "cell", size: MemoryLayout<MoltCell>.size, flags: UInt32(MOLT_TYPE_CONTAINER))
  type.pointee.destroy = { object in
    releaseIfBound(UnsafeMutableRawPointer(object!).assumingMemoryBound(to: MoltCell.self).pointee.value)
    freeObject(object!, MemoryLayout<MoltCell>.size)
  }
  type.pointee.traverse = { object, visit, context in
    let value = UnsafeMutableRawPointer(object!).assumingMemoryBound(to: MoltCell.self).pointee.value
    if !value.isNull { visit!(value, context) }
  }
  type.pointee.clear = { object in
    replace(&UnsafeMutableRawPointer(object!).assumingMemoryBound(to: MoltCell.self).pointee.value, with: .null)
  }
  type.pointee.construct = { _, args, count, _ in molt_new_cell(count > 0 ? args![0] : .null) }
  type.pointee.compare = { cellCompare($0, $1, $2) }
  type.pointee.repr = { value in
    let content = value.pointer(MoltCell.self).pointee.value
    var text = StringBuilder()
    text.append("<cell at ")
    appendAddress(&text, value)
    if content.isNull {
      text.append(": empty>")
    } else {
      text.append(": ")
      text.append(typeName(content))
      text.append(" object at ")
      appendAddress(&text, content)
      text.append(">")
    }
    return text.finish()
  }
  addGetter(
    type, "cell_contents",
    {
      let content = $0.pointer(MoltCell.self).pointee.value
      return content.isNull ? raise(Exceptions.valueError, "Cell is empty") : retained(content)
    },
    set: {
      replace(&$0.pointer(MoltCell.self).pointee.value, with: $1.isNull ? .null : retained($1))
      return 0
    })
  finishType(type)
}
