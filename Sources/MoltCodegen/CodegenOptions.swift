/// How a module is compiled, beside what is compiled. Every field is set by a flag of molt-codegen and so part of the
/// key of its job.
public struct CodegenOptions: Sendable {
  /// False: the plan's facts are not used, and nothing is optimised. The result behaves the same.
  public var optimises = true
  /// Every guard of a likely fact fails, so that the general code behind it runs. The result behaves the same; tests
  /// use it to run that code.
  public var failsGuards = false
  /// This kind of guard is left out, which makes wrong code: for showing that tests notice it.
  public var droppedGuard: GuardKind? = nil
  /// LLVM will spend little time on the code, so that dividing it into small parts does not pay.
  public var hasLargeParts = false
  /// The code counts the references that it retains and releases; the program prints the counts when it ends.
  public var countsReferences = false
  /// Remarks are collected. Without it `GeneratedModule.remarks` stays empty.
  public var showsRemarks = false

  public init() {}
}
