/// The version of what this stage writes; part of every action key, so that a change of it makes old results
/// unreachable.
public enum MoltIRVersion {
  public static let current = 1
}
