import MoltSupport

/// The programs and libraries from outside that compiling for one target uses. All of them enter the action keys.
public struct Toolchain: Sendable {
  /// LLVM back end and, for x86_64-linux, driver of the linker.
  public var clang: String
  /// `ld.lld` or `wasm-ld`.
  public var linker: String
  /// Start files and libraries that end up in the executable.
  public var libraries: [String]

  public init(clang: String, linker: String, libraries: [String]) {
    self.clang = clang
    self.linker = linker
    self.libraries = libraries
  }

  /// What `OutsideTool.locate` finds, and the libraries of the system.
  public static func find(
    _ target: Target, environment: (String) -> String?, files: any FileSystem
  ) throws(ToolError) -> Toolchain {
    let candidates: [String] =
      target == .wasi
      ? [
        "/usr/lib/wasm32-wasi/crt1.o", "/usr/lib/wasm32-wasi/crt1-command.o", "/usr/lib/wasm32-wasi/libc.a",
        "/usr/lib/wasm32-wasi/libm.a", "/usr/lib/llvm-14/lib/clang/14.0.6/lib/wasi/libclang_rt.builtins-wasm32.a",
      ]
      : [
        "/usr/lib/x86_64-linux-gnu/crt1.o", "/usr/lib/x86_64-linux-gnu/Scrt1.o", "/usr/lib/x86_64-linux-gnu/crti.o",
        "/usr/lib/x86_64-linux-gnu/crtn.o", "/usr/lib/x86_64-linux-gnu/libc_nonshared.a",
        "/lib/x86_64-linux-gnu/libc.so.6", "/lib/x86_64-linux-gnu/libm.so.6",
      ]
    return Toolchain(
      clang: try OutsideTool.locate("clang", environment: environment),
      linker: try OutsideTool.locate(target == .wasi ? "wasm-ld" : "ld.lld", environment: environment),
      libraries: candidates.filter { files.stamp($0) != nil })
  }
}
