import MoltABI

// object[key] and `in` as compiled code asks for them: exact built-in containers directly, all others by their slots.

@c(molt_get_item) func molt_get_item(_ container: Value, _ key: Value) -> Value {
  if container.isObject {
    let type = container.object.pointee.type
    if type == Types.list {
      if key.isSmallInt {
        let count = listCount(container)
        var index = key.smallInt
        if index < 0 { index += Int64(count) }
        if index >= 0 && index < Int64(count) { return retained(listItems(container)[Int(index)]) }
      }
      return listGetItem(container, key)
    }
    if type == Types.dict {
      let value = dictGet(container, key)
      if !value.isNull { return retained(value) }
      return exceptionIsSet ? .null : raiseValue(Exceptions.keyError, key)
    }
    if type == Types.tuple {
      if key.isSmallInt {
        let count = tupleCount(container)
        var index = key.smallInt
        if index < 0 { index += Int64(count) }
        if index >= 0 && index < Int64(count) { return retained(tupleItems(container)[Int(index)]) }
      }
      return tupleGetItem(container, key)
    }
    if type == Types.str && key.isSmallInt {
      let text = container.pointer(MoltStr.self)
      var index = key.smallInt
      if index < 0 { index += Int64(text.pointee.length) }
      if index >= 0 && index < Int64(text.pointee.length) {
        if text.pointee.kind == 1 {
          return retained(SharedStrings.character(text.data.assumingMemoryBound(to: UInt8.self)[Int(index)]))
        }
        return makeCharacter(StrView(container)[Int(index)])
      }
    }
  }
  return getItem(container, key)
}

@c(molt_set_item) func molt_set_item(_ container: Value, _ key: Value, _ value: Value) -> Int32 {
  if container.isObject {
    let type = container.object.pointee.type
    if type == Types.list {
      if key.isSmallInt {
        let count = listCount(container)
        var index = key.smallInt
        if index < 0 { index += Int64(count) }
        if index >= 0 && index < Int64(count) {
          replace(listItems(container) + Int(index), with: retained(value))
          return 0
        }
      }
      return listSetItem(container, key, value)
    }
    if type == Types.dict { return dictSet(container, key, value) }
  }
  return setItem(container, key, value)
}

@c(molt_delete_item) func molt_delete_item(_ container: Value, _ key: Value) -> Int32 {
  if container.isObject {
    let type = container.object.pointee.type
    if type == Types.list { return listSetItem(container, key, .null) }
    if type == Types.dict {
      let status = dictDelete(container, key)
      return status > 0 ? 0 : status < 0 ? -1 : raiseStatusValue(Exceptions.keyError, key)
    }
  }
  return deleteItem(container, key)
}

@c(molt_contains) func molt_contains(_ container: Value, _ item: Value) -> Int32 {
  if container.isObject {
    let type = container.object.pointee.type
    if type == Types.dict { return dictContains(container, item) }
    if type == Types.set || type == Types.frozenset { return setContains(container, item) }
    if type == Types.list { return listContains(container, item) }
    if type == Types.str && isExactStr(item) { return strContains(container, item) }
  }
  return contains(container, item)
}
