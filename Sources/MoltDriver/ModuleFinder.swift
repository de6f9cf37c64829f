import MoltSpec
import MoltSupport
import MoltTree

/// A module of the program.
public struct ModuleFile: Equatable, Sendable {
  public var name: String
  /// Absolute path; nil for a namespace package, a directory without `__init__.py`.
  public var path: String?
  /// Relative to the root.
  public var displayPath: String
  public var package: String
  public var isPackage: Bool
}

/// Finds modules as CPython's import system does with the main file's directory first on `sys.path`. Remembers where it
/// looked in vain, because a file that appears there changes the program.
public final class ModuleFinder {
  let root: String
  let files: any FileSystem
  /// Paths at which nothing was found.
  public private(set) var absent: Set<String> = []
  private var known: [String: Lookup] = [:]

  enum Lookup: Equatable {
    case file(ModuleFile)
    case native
    /// What was looked for and is not there.
    case missing([String])
  }

  public init(root: String, files: any FileSystem) {
    self.root = root
    self.files = files
  }

  /// The module with this dotted name, whose parents exist and are packages.
  func find(_ name: String) -> Lookup {
    if let result = known[name] { return result }
    let result = search(name)
    known[name] = result
    return result
  }

  private func search(_ name: String) -> Lookup {
    let native = NativeModule.named(name)
    if native?.isBuiltIn == true { return .native }
    let relative = name.split(separator: ".").joined(separator: "/")
    let base = Path.join(root, relative)
    let parent = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? ""
    let package = Path.join(base, "__init__.py")
    if isFile(package) {
      return .file(
        ModuleFile(name: name, path: package, displayPath: "\(relative)/__init__.py", package: name, isPackage: true))
    }
    let plain = base + ".py"
    if isFile(plain) {
      return .file(
        ModuleFile(name: name, path: plain, displayPath: "\(relative).py", package: parent, isPackage: false))
    }
    if native != nil { return .native }
    if files.stamp(base)?.isDirectory == true {
      return .file(
        ModuleFile(name: name, path: nil, displayPath: "\(relative)/__init__.py", package: name, isPackage: true))
    }
    absent.insert(base)
    return .missing([package, plain].map { Path.relative($0, to: root) })
  }

  private func isFile(_ path: String) -> Bool {
    guard let stamp = files.stamp(path), !stamp.isDirectory else {
      absent.insert(path)
      return false
    }
    return true
  }

  /// An import that leads nowhere.
  struct Failure: Equatable {
    var message: String
    var searched: [String]
    /// ImportError for a relative import without a package to start from, else ModuleNotFoundError.
    var className: String
  }

  struct Resolution: Equatable {
    /// Modules of the program that the import loads, parents first.
    var modules: [ModuleFile] = []
    /// The package whose `__all__` says what else is loaded (`from package import *`).
    var starred: String?
    var failure: Failure?
  }

  /// Which modules `request`, standing in a module of `package`, loads.
  func resolve(_ request: ImportRequest, package: String) -> Resolution {
    var name = request.module
    if request.level > 0 {
      guard !package.isEmpty else {
        return Resolution(
          failure: Failure(
            message: "attempted relative import with no known parent package", searched: [], className: "ImportError"))
      }
      var parts = package.split(separator: ".").map(String.init)
      guard request.level <= parts.count else {
        return Resolution(
          failure: Failure(
            message: "attempted relative import beyond top-level package", searched: [], className: "ImportError"))
      }
      parts.removeLast(request.level - 1)
      if !request.module.isEmpty { parts.append(request.module) }
      name = parts.joined(separator: ".")
    }
    var result = Resolution()
    var prefix = ""
    var last: ModuleFile?
    for part in name.split(separator: ".") {
      let parent = prefix
      prefix = prefix.isEmpty ? String(part) : "\(prefix).\(part)"
      if !parent.isEmpty, last?.isPackage != true {
        result.failure = Failure(
          message: "No module named '\(prefix)'; '\(parent)' is not a package", searched: [],
          className: "ModuleNotFoundError")
        return result
      }
      switch find(prefix) {
      case .file(let file):
        result.modules.append(file)
        last = file
      case .native:
        last = nil
      case .missing(let searched):
        result.failure = Failure(
          message: "No module named '\(prefix)'", searched: searched, className: "ModuleNotFoundError")
        return result
      }
    }
    // A name that a package does not define may be a submodule; if it is none either, that is an ImportError at run
    // time.
    if let last, last.isPackage {
      if request.names == ["*"] {
        result.starred = last.name
        return result
      }
      for item in request.names {
        if case .file(let file) = find("\(last.name).\(item)") { result.modules.append(file) }
      }
    }
    return result
  }
}
