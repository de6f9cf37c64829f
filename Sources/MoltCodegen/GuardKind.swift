/// What compiled code tests before it relies on something that is merely likely. The names are those of the tests of
/// tests/robustness/guard-mutations, which leaves out one kind after the other (`molt-codegen --drop-guard KIND`) and
/// shows that a program notices.
public enum GuardKind: String, CaseIterable, Sendable {
  // The kind of a value.
  case int, float, bool
  /// A list, tuple, str or dict, and not an instance of a subclass.
  case type
  // What a name stands for.
  /// No global hides the built-in, and no built-in was replaced.
  case builtin
  /// The global is bound.
  case bound
  // Whether a machine operation has the result that the operation of Python has.
  case add, subtract, multiply, divide, shift
  case trueDivide = "true-divide"
  case floatDivide = "float-divide"
  case power
  /// The int is the same number as a float.
  case exact
  /// The int fits the bits that an int without an object has.
  case box
  /// The index is inside the sequence.
  case index
  // Calls and attributes.
  /// The value that is called is a function with the code that the plan saw.
  case callee
  /// The value that is called is a function of as many parameters as there are arguments.
  case arity
  /// The type of the object is the one that the method was found in the last time.
  case method
  /// No attribute of the object itself hides the method.
  case hidden
  /// The type of the object is the one that the attribute's slot was found in the last time.
  case attribute
  /// The class of the object is the one that the places of its attributes are known of.
  case layout
  /// The object has the attributes that are read as floats, and its class keeps floats in their slots.
  case floats
  /// The class that is called is as it was when the place was told how its instances are made.
  case maker
  /// The slot holds a value.
  case slot
  /// Both operands are ints, in arithmetic whose operands' types are not known.
  case ints
}

extension CodegenOptions {
  /// The code of a test that holds where it is right to go on: as it is, or with the outcome that the mode wants.
  func test(_ kind: GuardKind, _ code: String, dropped: String = "icmp eq i1 true, true") -> String {
    failsGuards ? "icmp eq i1 true, false" : droppedGuard == kind ? dropped : code
  }

  /// The same for a test that holds where it is wrong to go on.
  func failure(_ kind: GuardKind, _ code: String) -> String {
    failsGuards ? "icmp eq i1 true, true" : droppedGuard == kind ? "icmp eq i1 true, false" : code
  }
}
