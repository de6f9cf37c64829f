import MoltABI

// Layout and creation of bytes: MoltBytes of molt_abi.h. An instance of a subclass is a MoltBoxed that holds an exact
// bytes; a bytearray keeps its bytes in a block of its own.

typealias BytesPointer = UnsafeMutablePointer<MoltBytes>

extension UnsafeMutablePointer where Pointee == MoltBytes {
  @inline(__always) var data: UnsafeMutablePointer<UInt8> {
    (UnsafeMutableRawPointer(self) + (MemoryLayout<MoltBytes>.size - 8)).assumingMemoryBound(to: UInt8.self)
  }
}

/// Layout of a bytearray.
struct ByteArrayObject {
  var header: MoltObject
  var length: Int
  var capacity: Int
  var items: UnsafeMutablePointer<UInt8>?
  var exports: Int  // memoryviews of it, while which its length stays
}

/// Layout of a memoryview (Native/MemoryView).
struct MemoryViewObject {
  var header: MoltObject
  var buffer: UnsafeMutablePointer<SharedBuffer>?  // nil: released
  var data: UnsafeMutablePointer<UInt8>
  var sizes: UnsafeMutablePointer<Int>?  // `dimensions` lengths, then as many distances in bytes
  var dimensions: Int
  var itemSize: Int
  var count: Int  // of items
  var format: UInt8  // a letter of the module struct
  var hasPrefix: Bool  // an @ stands in front of it
  var isReadOnly: Bool
  var isContiguous: Bool
  var weak: Value
}

/// What the views of one object have in common: the object, and how many there are.
struct SharedBuffer {
  var exporter: Value
  var views: Int
}

private func bytesObjectSize(_ count: Int) -> Int { MemoryLayout<MoltBytes>.size - 8 + count + 1 }

/// A bytes object for the caller to fill in before anything else sees it; the terminating zero is there.
func newBytes(_ count: Int) -> BytesPointer {
  let p = UnsafeMutableRawPointer(allocateObject(Types.bytes, bytesObjectSize(count))).assumingMemoryBound(
    to: MoltBytes.self)
  p.pointee.length = count
  p.pointee.hash = -1
  p.data[count] = 0
  return p
}

func makeBytes(_ p: UnsafePointer<UInt8>?, _ count: Int) -> Value {
  let b = newBytes(count)
  c_memcpy(b.data, p, count)
  return Value(b)
}

func destroyBytes(_ object: ObjectPointer) {
  if object.pointee.type != Types.bytes {
    destroyBoxed(object)
    return
  }
  let b = UnsafeMutableRawPointer(object).assumingMemoryBound(to: MoltBytes.self)
  freeObject(object, bytesObjectSize(b.pointee.length))
}

/// Whether the value is a bytes object or an instance of a subclass.
@inline(__always) func isBytes(_ v: Value) -> Bool {
  v.isObject && v.object.pointee.type.pointee.flags & UInt32(MOLT_TYPE_BYTES) != 0
}

@inline(__always) func isByteArray(_ v: Value) -> Bool {
  v.isObject && isSubtype(v.object.pointee.type, Types.bytearray)
}

@inline(__always) func isMemoryView(_ v: Value) -> Bool {
  v.isObject && v.object.pointee.type == Types.memoryview
}

/// Whether `BytesView` can look into the value.
func isBytesLike(_ v: Value) -> Bool {
  if isBytes(v) || isByteArray(v) { return true }
  guard isMemoryView(v) else { return false }
  let view = v.pointer(MemoryViewObject.self).pointee
  return view.buffer != nil && view.isContiguous
}

@inline(__always) func exactBytes(_ v: Value) -> Value {
  v.object.pointee.type == Types.bytes ? v : v.pointer(MoltBoxed.self).pointee.value
}

/// Read access to the bytes of a bytes-like value.
struct BytesView {
  let bytes: UnsafeMutablePointer<UInt8>
  let count: Int

  @inline(__always) init(bytes: UnsafeMutablePointer<UInt8>, count: Int) {
    self.bytes = bytes
    self.count = count
  }
  init(_ v: Value) {
    if isBytes(v) {
      let b = exactBytes(v).pointer(MoltBytes.self)
      bytes = b.data
      count = b.pointee.length
    } else if isMemoryView(v) {
      let view = v.pointer(MemoryViewObject.self).pointee
      bytes = view.data
      count = view.count * view.itemSize
    } else {
      let a = v.pointer(ByteArrayObject.self)
      bytes = a.pointee.items ?? BytesView.nowhere
      count = a.pointee.length
    }
  }
  /// Where an empty bytearray's bytes would be.
  private static var nowhere: UnsafeMutablePointer<UInt8> { UnsafeMutablePointer(bitPattern: 8).unsafelyUnwrapped }

  @inline(__always) subscript(i: Int) -> UInt8 { bytes[i] }
  @inline(__always) func slice(_ start: Int, _ end: Int) -> BytesView {
    BytesView(bytes: bytes + start, count: end - start)
  }
  /// The same memory as text of Latin-1 characters, for the algorithms that text and bytes share.
  @inline(__always) var text: StrView { StrView(data: bytes, count: count, kind: 1, isASCII: false) }
}

@inline(__always) func isSpaceByte(_ c: UInt8) -> Bool { c == 32 || (c >= 9 && c <= 13) }
