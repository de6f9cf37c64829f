import MoltABI

// object[start:stop:step] and its assignment as compiled code asks for them. The exact built-in sequences never see a
// slice object; all others get one as their key.

@c(molt_get_slice) func molt_get_slice(_ container: Value, _ start: Value, _ stop: Value, _ step: Value) -> Value {
  if container.isObject {
    let type = container.object.pointee.type
    if type == Types.list || type == Types.str || type == Types.tuple || type == Types.bytes {
      var first = 0, bound = 0, stride = 1
      // This may run code that changes a list, so lengths are read afterwards.
      if !readBounds(start, stop, step, &first, &bound, &stride) { return .null }
      if type == Types.list { return listGetSlice(container, first, bound, stride) }
      if type == Types.str { return strGetSlice(container, first, bound, stride) }
      if type == Types.tuple { return tupleGetSlice(container, first, bound, stride) }
      return bytesGetSlice(container, first, bound, stride)
    }
  }
  let slice = molt_new_slice(start, stop, step)
  let result = molt_get_item(container, slice)
  release(slice)
  return result
}

@c(molt_set_slice)
func molt_set_slice(_ container: Value, _ start: Value, _ stop: Value, _ step: Value, _ value: Value) -> Int32 {
  if isExactList(container) {
    var first = 0, bound = 0, stride = 1
    if !readBounds(start, stop, step, &first, &bound, &stride) { return -1 }
    return listSetSlice(container, first, bound, stride, value)
  }
  let slice = molt_new_slice(start, stop, step)
  let status = molt_set_item(container, slice, value)
  release(slice)
  return status
}
