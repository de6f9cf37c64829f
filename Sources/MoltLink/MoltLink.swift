import MoltPlan
import MoltSpec
import MoltSupport

/// The executable from object files and the runtime.
public enum Linker {
  /// LLVM IR of the program's entry point: the tables of modules, and `main`.
  public static func entryPoint(_ program: ProgramPlan, triple: String) -> [UInt8] {
    func symbol(_ name: String) -> String {
      let quoted = name.utf8.map { byte -> String in
        if byte >= 0x20 && byte < 0x7f && byte != 0x22 && byte != 0x5c {
          return String(UnicodeScalar(byte))
        }
        let hex = String(byte, radix: 16, uppercase: true)
        return "\\" + (hex.count < 2 ? "0" : "") + hex
      }.joined()
      return "@\"molt.info:\(quoted)\""
    }
    let count = program.modules.count
    let main = program.modules.firstIndex(of: program.main) ?? 0
    var text = "target triple = \"\(triple)\"\n"
    for name in program.modules { text += "\(symbol(name)) = external hidden constant i8\n" }
    text += "@modules = internal constant [\(count) x ptr] ["
    text += program.modules.map { "ptr \(symbol($0))" }.joined(separator: ", ")
    text += "]\n"
    // Every name of a native module has a row of its own.
    var natives: [String] = []
    for module in program.natives.compactMap(NativeModule.named) {
      text += "declare i32 @\(module.symbol)(ptr)\n"
      for name in [module.name] + module.aliases {
        text += "@native.\(natives.count) = private constant [\(name.utf8.count + 1) x i8] c\"\(name)\\00\"\n"
        natives.append("{ ptr, ptr } { ptr @native.\(natives.count), ptr @\(module.symbol) }")
      }
    }
    text += "@natives = internal constant [\(natives.count) x { ptr, ptr }] [\(natives.joined(separator: ", "))]\n"
    text += "@program = internal constant { ptr, ptr, i32, i32, i32, i32 } { ptr @modules, ptr @natives, "
    text += "i32 \(count), i32 \(main), i32 \(natives.count), i32 0 }\n"
    text += """
      declare i32 @molt_start(i32, ptr, ptr)
      define i32 @\(triple.hasPrefix("wasm") ? "__main_argc_argv" : "main")(i32 %argc, ptr %argv) {
        %code = call i32 @molt_start(i32 %argc, ptr %argv, ptr @program)
        ret i32 %code
      }

      """
    return Array(text.utf8)
  }

  /// What to link and with what.
  public struct Request {
    public var objects: [String]
    public var runtime: String
    /// The library that compiles text at run time; needed by programs whose plan says so.
    public var compiler: String?
    public var output: String
    public var clang: String
    /// `ld.lld` or `wasm-ld`.
    public var linker: String
    public var isWASI: Bool
    /// Keep symbols, for profilers and debuggers.
    public var keepsSymbols: Bool

    public init(
      objects: [String], runtime: String, compiler: String?, output: String, clang: String, linker: String,
      isWASI: Bool,
      keepsSymbols: Bool
    ) {
      self.objects = objects
      self.runtime = runtime
      self.compiler = compiler
      self.output = output
      self.clang = clang
      self.linker = linker
      self.isWASI = isWASI
      self.keepsSymbols = keepsSymbols
    }
  }

  /// Links, compiling the entry point on the way.
  public static func link(_ program: ProgramPlan, _ request: Request) throws(ToolError) {
    let triple = request.isWASI ? "wasm32-unknown-wasi" : "x86_64-unknown-linux-gnu"
    var arguments = ["--target=\(triple)", "-Wno-override-module", "-O2"]
    // clang's WebAssembly driver knows only the older way to name a linker.
    arguments.append(request.isWASI ? "-fuse-ld=\(request.linker)" : "--ld-path=\(request.linker)")
    if request.isWASI {
      // Debian's wasi-libc is laid out for the sysroot /usr; the builtins come with its clang.
      arguments += ["--sysroot=/usr", "-nodefaultlibs", "-Wl,-z,stack-size=8388608", "-Wl,--stack-first"]
    } else {
      arguments += ["-no-pie", "-Wl,--icf=all", "-Wl,--build-id=none", "-Wl,--hash-style=gnu", "-Wl,-z,norelro"]
    }
    arguments += ["-Wl,--gc-sections"]
    if !request.keepsSymbols { arguments += ["-Wl,--strip-all"] }
    arguments += ["-x", "ir", "-", "-x", "none"] + request.objects + [request.runtime]
    if program.natives.contains(NativeModule.compiler) {
      guard let compiler = request.compiler else {
        throw ToolError("the program compiles text while it runs; name libMoltDynamic.a with --compiler", .usage)
      }
      arguments.append(compiler)
    }
    arguments.append("-lm")
    if request.isWASI {
      guard let builtins = wasmBuiltins() else {
        throw ToolError("libclang_rt.builtins-wasm32.a not found; install libclang-rt-14-dev-wasm32", .system)
      }
      arguments += ["-lc", builtins]
    }
    arguments += ["-o", request.output]
    try Spawn.run(request.clang, arguments, input: entryPoint(program, triple: triple))
  }

  /// The newest compiler runtime for wasm32 that is installed.
  private static func wasmBuiltins() -> String? {
    let root = "/usr/lib"
    for llvm in Files.list(root).filter({ $0.hasPrefix("llvm-") }).sorted().reversed() {
      let clang = "\(root)/\(llvm)/lib/clang"
      for version in Files.list(clang).sorted().reversed() {
        let path = "\(clang)/\(version)/lib/wasi/libclang_rt.builtins-wasm32.a"
        if Files.stamp(path) != nil { return path }
      }
    }
    return nil
  }
}
