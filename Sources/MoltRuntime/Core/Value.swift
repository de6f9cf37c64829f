import MoltABI

/// A Python value; molt_abi.h describes the encoding.
typealias Value = MoltValue
typealias ObjectPointer = UnsafeMutablePointer<MoltObject>
typealias TypePointer = UnsafeMutablePointer<MoltType>
typealias Arguments = UnsafePointer<MoltValue>

extension MoltValue {
  /// No value: an exception is set, or a slot is unbound.
  @inline(__always) static var null: Value { Value(bits: 0) }
  @inline(__always) static var none: Value { Value(bits: 0x0001_0000_0000_0000) }
  @inline(__always) static var `false`: Value { Value(bits: 0x0001_0000_0000_0002) }
  @inline(__always) static var `true`: Value { Value(bits: 0x0001_0000_0000_0003) }
  @inline(__always) static var notImplemented: Value { Value(bits: 0x0001_0000_0000_0004) }
  @inline(__always) static var ellipsis: Value { Value(bits: 0x0001_0000_0000_0005) }

  @inline(__always) init(_ flag: Bool) { self.init(bits: 0x0001_0000_0000_0002 | (flag ? 1 : 0)) }
  @inline(__always) init<T>(_ object: UnsafeMutablePointer<T>) { self.init(bits: UInt64(UInt(bitPattern: object))) }
  /// A float; NaNs lose their payload but keep their sign.
  @inline(__always) init(_ number: Double) {
    let bits = number.isNaN ? (number.bitPattern & 0x8000_0000_0000_0000) | 0x7ff8_0000_0000_0000 : number.bitPattern
    self.init(bits: bits &+ 0x0004_0000_0000_0000)
  }
  /// An int that is known to lie in [-2^48, 2^48); see `makeInt` for any other.
  @inline(__always) init(smallInt: Int64) { self.init(bits: UInt64(bitPattern: smallInt &+ 0x0003_0000_0000_0000)) }

  @inline(__always) var isNull: Bool { bits == 0 }
  @inline(__always) var isObject: Bool { bits >> 48 == 0 }
  @inline(__always) var isSmallInt: Bool { bits >> 49 == 1 }
  @inline(__always) var isFloat: Bool { bits >> 50 != 0 }
  @inline(__always) var isBool: Bool { bits | 1 == 0x0001_0000_0000_0003 }
  @inline(__always) var isNone: Bool { bits == 0x0001_0000_0000_0000 }

  /// Only for `isSmallInt`.
  @inline(__always) var smallInt: Int64 { Int64(bitPattern: bits) &- 0x0003_0000_0000_0000 }
  /// Only for `isFloat`.
  @inline(__always) var float: Double { Double(bitPattern: bits &- 0x0004_0000_0000_0000) }
  /// Only for `isObject` and not null.
  @inline(__always) var object: ObjectPointer {
    UnsafeMutablePointer<MoltObject>(bitPattern: UInt(truncatingIfNeeded: bits)).unsafelyUnwrapped
  }
  /// The object seen as one of the layouts of molt_abi.h; the caller knows the type.
  @inline(__always) func pointer<T>(_ type: T.Type = T.self) -> UnsafeMutablePointer<T> {
    UnsafeMutableRawPointer(object).assumingMemoryBound(to: T.self)
  }
  @inline(__always) static func == (a: Value, b: Value) -> Bool { a.bits == b.bits }
  @inline(__always) static func != (a: Value, b: Value) -> Bool { a.bits != b.bits }
}

/// Whether an int lies in the range that is held inline.
@inline(__always) func fitsSmallInt(_ number: Int64) -> Bool {
  UInt64(bitPattern: number &+ 0x0001_0000_0000_0000) >> 49 == 0
}
