/// A machine that programs are compiled for.
public enum Target: String, Sendable, CaseIterable {
  case x86_64Linux = "x86_64-linux"
  case wasm32WASI = "wasm32-wasi"

  /// LLVM's name for it.
  public var triple: String {
    switch self {
    case .x86_64Linux: "x86_64-unknown-linux-gnu"
    case .wasm32WASI: "wasm32-unknown-wasi"
    }
  }

  /// Byte offset of `version` in MoltType; Sources/MoltABI/storage.c asserts it.
  var typeVersionOffset: Int { self == .wasm32WASI ? 92 : 96 }

  /// Byte offset of `offsets` in MoltLayout.
  var layoutOffsets: Int { 4 * (2 * ABI.layoutWays + 6) + pointerBits / 8 }

  /// Byte offset of `used` in MoltPage, and of `containers` in MoltHeap; `threshold` stands behind the latter.
  /// Sources/MoltABI/storage.c asserts them.
  var pageUsed: Int { 6 * pointerBits / 8 }
  var heapContainers: Int { self == .wasm32WASI ? 408 : 808 }

  var pointerBits: Int { self == .wasm32WASI ? 32 : 64 }

  /// The LLVM type of `intptr_t`.
  var size: String { "i\(pointerBits)" }
}
