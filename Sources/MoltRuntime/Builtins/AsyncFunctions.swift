import MoltABI

// The built-in functions aiter and anext. CPython: Python/bltinmodule.c, Objects/abstract.c.

func aiterFunction(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  guard let method = typeOf(args![0]).pointee.asyncIterate else {
    return raise(Exceptions.typeError) {
      $0.append("'")
      $0.append(typeName(args![0]))
      $0.append("' object is not an async iterable")
    }
  }
  let iterator = method(args![0])
  if iterator.isNull || typeOf(iterator).pointee.asyncNext != nil { return iterator }
  defer { release(iterator) }
  return raise(Exceptions.typeError) {
    $0.append("aiter() returned not an async iterator of type '")
    $0.append(typeName(iterator))
    $0.append("'")
  }
}

func anextFunction(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  guard let method = typeOf(args![0]).pointee.asyncNext else {
    return raise(Exceptions.typeError) {
      $0.append("'")
      $0.append(typeName(args![0]))
      $0.append("' object is not an async iterator")
    }
  }
  let awaitable = method(args![0])
  if awaitable.isNull || count == 1 { return awaitable }
  defer { release(awaitable) }
  return newNextAwaitable(awaitable, otherwise: args![1])
}
