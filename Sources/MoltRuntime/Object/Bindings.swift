import MoltABI

// Bindings: what compiled code that expects one function behind a method's name knows of the classes that it comes by.
// Where a site (AttributeCache.swift) says which function a class has, a binding says which classes have the function.

/// How often a class is added or refused before the binding stays as it is.
private let fillLimit: UInt32 = 64

@c(molt_fill_binding)
func molt_fill_binding(
  _ value: Value, _ name: Value, _ address: UnsafeMutableRawPointer, _ function: Value
) -> Int32 {
  let binding = address.assumingMemoryBound(to: MoltBinding.self)
  if !value.isObject || function == noFunction || binding.pointee.fills >= fillLimit { return 0 }
  binding.pointee.fills += 1
  let dict = boundMethodDict(value, name, function)
  if dict <= 0 { return 0 }
  let type = value.object.pointee.type!
  let versions = address.assumingMemoryBound(to: UInt32.self)
  if binding.pointee.function != function || binding.pointee.dictOffset != UInt32(dict) {
    for way in 0..<Int(MOLT_LAYOUT_WAYS) { versions[way] = UInt32(MOLT_LAYOUT_EMPTY) }
    binding.pointee.function = function
    binding.pointee.dictOffset = UInt32(dict)
  }
  versions[Int(type.pointee.version & UInt32(MOLT_LAYOUT_WAYS - 1))] = type.pointee.version
  return 1
}
