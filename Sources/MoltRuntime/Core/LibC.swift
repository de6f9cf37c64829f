import MoltABI

// libc and libm as the runtime uses them, in alphabetical order. Everything the runtime needs from the system is here.

@_extern(c, "aligned_alloc") func c_aligned_alloc(_ alignment: Int, _ size: Int) -> UnsafeMutableRawPointer?
@_extern(c, "exit") func c_exit(_ status: Int32)
@_extern(c, "getenv") func c_getenv(_ name: UnsafePointer<CChar>) -> UnsafePointer<CChar>?
@_extern(c, "memcmp") func c_memcmp(_ a: UnsafeRawPointer, _ b: UnsafeRawPointer, _ n: Int) -> Int32
@_extern(c, "realloc") func c_realloc(_ block: UnsafeMutableRawPointer?, _ size: Int) -> UnsafeMutableRawPointer?
@_extern(c, "strlen") func c_strlen(_ text: UnsafePointer<CChar>) -> Int
@_extern(c, "write") func c_write(_ descriptor: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int

// The compiler reserves these symbols, so they are reached through molt_runtime.h.

@inline(__always) func c_malloc(_ size: Int) -> UnsafeMutableRawPointer? { molt_libc_malloc(size) }
@inline(__always) func c_free(_ block: UnsafeMutableRawPointer?) { molt_libc_free(block) }
@inline(__always) func c_abort() -> Never {
  molt_libc_abort()
  fatalError()
}
