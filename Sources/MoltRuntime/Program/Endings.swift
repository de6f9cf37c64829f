import MoltABI

// Whether the end of a program has to end its objects one by one. Nobody can tell when nothing that is alive does
// anything when it ends: then the memory simply goes with the process.

enum Endings {
  /// Objects alive whose end can be noticed: generators (their `finally` blocks) and files (what they still hold back).
  static var count = 0
  /// `count` before the program's own code ran.
  static var atStart = 0
  /// Something was made that may notice the end of any object: a class with `__del__`, a callback of a weak reference.
  static var anywhere = false

  /// What a module has to do before anything is taken down, if any has.
  static var beforeEnd: (@convention(c) () -> Void)? = nil

  static var areObservable: Bool { anywhere || count != atStart }
}
