/// The LLVM struct types of the layouts in molt_abi.h, field by field; a test compares sizes and offsets with the
/// header.
enum ABI {
  /// Type definitions for the top of a module.
  static func types(_ target: Target) -> String {
    let size = target.size
    return """
      %Header = type { i32, i32, ptr }
      %Cell = type { %Header, i64 }
      %Tuple = type { %Header, \(size), i64, [0 x i64] }
      %Function = type { %Header, ptr, ptr, i64, i64, i64, i64, i64, i64, i64, i64, i64, i64, i64 }
      %Code = type { ptr, ptr, ptr, ptr, ptr, ptr, ptr, ptr, ptr, ptr, i32, i32, i32, i32, i32, i32, i32, i32, i32, i32 }
      %List = type { %Header, \(size), \(size), ptr }
      %Str = type { %Header, \(size), i64, i8, i8, i8 }
      %Dict = type { %Header, \(size), \(size), \(size), ptr, ptr, ptr, i32, i8, i8, [2 x i8] }
      %Set = type { %Header, \(size), \(size), \(size), ptr, \(size), i64, i64, i32, i32 }
      %Range = type { %Header, i64, i64, i64, i64 }
      %Module = type { %Header, ptr, ptr, \(size), i64, i64, ptr, i32, i32, i64 }
      %Generator = type { %Header, ptr, ptr, ptr, i32, i32, i32, i32, i32, i32, i64, i64, i64, i64, i64, i64, [0 x i64] }
      %Place = type { ptr, ptr, i32 }
      %FramePlace = type { ptr, ptr, i32, i64, ptr }
      %Thread = type { i64, i64, i32, i32, \(size) }
      %Site = type { i32, i32, i64, i64 }
      %Binding = type { [8 x i32], i32, i32, i64 }
      %Maker = type { i32, i32, ptr, i64 }
      %Position = type { i32, i32, i32, i32 }
      %ReferenceCount = type { i64, i64, i32, i32 }
      %ReferenceCounts = type { ptr, ptr, ptr, i32, i32 }
      %ModuleInfo = type { ptr, ptr, ptr, ptr, ptr, ptr, ptr, ptr, i32, i32, i32, i32 }

      """
  }

  // Field numbers that generated code uses.
  static let cellValue = 1
  /// Entries of an inline cache; the type's version chooses one.
  static let siteWays = 8
  /// Versions of classes that a layout has room for.
  static let layoutWays = 8
  /// Offset of `floatVersion` in a layout; `floatShape` stands behind it.
  static let layoutFloatVersion = 4 * (layoutWays + 2)
  /// The type field of an object: offset of an attribute that has no slot.
  static let layoutNoSlot = 8
  /// Offset of the first attribute slot of instances of a class without bases.
  static let firstSlot = 32
  /// Slots per class at most.
  static let mostSlots = 48
  /// Numbers of shapes that are not the usual order, from here on.
  static let otherShapes = 0x1000
  static let tupleLength = 1
  static let tupleItems = 3
  static let listLength = 1
  static let listCapacity = 2
  static let listItems = 3
  static let strLength = 1
  static let dictUsed = 1
  static let setUsed = 1
  static let rangeStart = 1
  static let functionCode = 1
  static let codeDirect = 4
  static let codeDirectCount = 18
  static let functionClosure = 3
  static let generatorFunction = 2
  static let generatorState = 4
  static let generatorLive = 5
  static let generatorPosition = 7
  static let generatorItem = 8
  static let generatorDelegate = 11
  static let generatorFrame = 16
  static let threadDepth = 2
  static let threadDepthLimit = 3

  /// The bits of `MoltObject.aux` that hold an instance's shape.
  static let shapeMask = 0x00ff_ffff

  /// What `MoltCode.known` holds while no function has the code: the bits of no value, and not those of an unbound one.
  static let noFunction = 1

  static let immortal = 0x4000_0000

  // Value encoding.
  static let none: UInt64 = 0x0001_0000_0000_0000
  static let `false`: UInt64 = 0x0001_0000_0000_0002
  static let `true`: UInt64 = 0x0001_0000_0000_0003
  static let notImplemented: UInt64 = 0x0001_0000_0000_0004
  static let ellipsis: UInt64 = 0x0001_0000_0000_0005
  static let intBias: UInt64 = 0x0003_0000_0000_0000
  static let floatBias: UInt64 = 0x0004_0000_0000_0000

  static func float(_ bits: UInt64) -> UInt64 { bits &+ floatBias }
  static func int(_ value: Int64) -> UInt64 { UInt64(bitPattern: value) &+ intBias }

  // MoltCode.flags.
  static let codeFunction = 3
  static let codeClosureNames = 1 << 29
  static let codeVarArgs = 4
  static let codeVarKeywords = 8
  static let codeNested = 16
  static let codeGenerator = 32
  static let codeCoroutine = 128
  static let codeAsyncGenerator = 512
}
