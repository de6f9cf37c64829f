import MoltABI

// The libc and libm functions that the runtime uses: everything that it needs from the system is here.

@_extern(c, "memcpy") @discardableResult
func c_memcpy(_ to: UnsafeMutableRawPointer?, _ from: UnsafeRawPointer?, _ n: Int) -> UnsafeMutableRawPointer?
@_extern(c, "memmove") @discardableResult
func c_memmove(_ to: UnsafeMutableRawPointer?, _ from: UnsafeRawPointer?, _ n: Int) -> UnsafeMutableRawPointer?
@_extern(c, "memset") @discardableResult
func c_memset(_ at: UnsafeMutableRawPointer?, _ byte: Int32, _ n: Int) -> UnsafeMutableRawPointer?
@_extern(c, "memcmp")
func c_memcmp(_ a: UnsafeRawPointer?, _ b: UnsafeRawPointer?, _ n: Int) -> Int32
@_extern(c, "memchr")
func c_memchr(_ at: UnsafeRawPointer?, _ byte: Int32, _ n: Int) -> UnsafeMutableRawPointer?
@_extern(c, "memmem")
func c_memmem(_ at: UnsafeRawPointer?, _ n: Int, _ needle: UnsafeRawPointer?, _ m: Int) -> UnsafeMutableRawPointer?
@_extern(c, "strlen") func c_strlen(_ text: UnsafePointer<CChar>) -> Int
@_extern(c, "getenv") func c_getenv(_ name: UnsafePointer<CChar>) -> UnsafeMutablePointer<CChar>?
@_extern(c, "strtod")
func c_strtod(_ text: UnsafePointer<CChar>, _ end: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> Double
@_extern(c, "fmod") func c_fmod(_ x: Double, _ y: Double) -> Double
@_extern(c, "pow") func c_pow(_ x: Double, _ y: Double) -> Double
@_extern(c, "hypot") func c_hypot(_ x: Double, _ y: Double) -> Double
@_extern(c, "atan2") func c_atan2(_ y: Double, _ x: Double) -> Double
@_extern(c, "sin") func c_sin(_ x: Double) -> Double
@_extern(c, "cos") func c_cos(_ x: Double) -> Double
@_extern(c, "exp") func c_exp(_ x: Double) -> Double
@_extern(c, "log") func c_log(_ x: Double) -> Double
@_extern(c, "floor") func c_floor(_ x: Double) -> Double
@_extern(c, "frexp") func c_frexp(_ x: Double, _ exponent: UnsafeMutablePointer<Int32>) -> Double
@_extern(c, "ldexp") func c_ldexp(_ x: Double, _ exponent: Int32) -> Double
// Both glibc and wasi-libc have it.
@_extern(c, "getentropy") func c_getentropy(_ buffer: UnsafeMutableRawPointer, _ n: Int) -> Int32
@_extern(c, "strcmp") func c_strcmp(_ a: UnsafePointer<CChar>, _ b: UnsafePointer<CChar>) -> Int32

@_extern(c, "aligned_alloc") func c_aligned_alloc(_ alignment: Int, _ size: Int) -> UnsafeMutableRawPointer?
@_extern(c, "exit") func c_exit(_ status: Int32)
@_extern(c, "realloc") func c_realloc(_ block: UnsafeMutableRawPointer?, _ size: Int) -> UnsafeMutableRawPointer?
@_extern(c, "write") func c_write(_ descriptor: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int

// The compiler reserves these symbols, so they are reached through molt_runtime.h.

@inline(__always) func c_malloc(_ size: Int) -> UnsafeMutableRawPointer? { molt_libc_malloc(size) }
@inline(__always) func c_free(_ block: UnsafeMutableRawPointer?) { molt_libc_free(block) }
@inline(__always) func c_abort() -> Never {
  molt_libc_abort()
  fatalError()
}
