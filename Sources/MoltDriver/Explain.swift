import MoltSupport

/// Why a job is not up to date, in words.
enum Explain {
  static func reason(_ job: Job, _ key: ActionKey, _ earlier: BuildRecord.JobEntry?) -> String {
    guard let earlier else { return "it is new" }
    let old = earlier.key
    if old.tool != key.tool { return "\(job.kind.tool) changed" }
    if old.flags != key.flags { return "its options changed from \(list(old.flags)) to \(list(key.flags))" }
    if old.target != key.target { return "the target changed" }
    if let change = change(in: old.inputs, key.inputs) { return change }
    if let change = change(in: old.outsideTools, key.outsideTools) { return change }
    return "its output is missing or was changed"
  }

  private static func list(_ flags: [String]) -> String { "[\(flags.joined(separator: " "))]" }

  private static func change(in old: [ActionKey.Input], _ new: [ActionKey.Input]) -> String? {
    if old == new { return nil }
    let before = Dictionary(old.map { ($0.role, $0.digest) }, uniquingKeysWith: { first, _ in first })
    let after = Dictionary(new.map { ($0.role, $0.digest) }, uniquingKeysWith: { first, _ in first })
    let changed = new.filter { before[$0.role] != nil && before[$0.role] != $0.digest }.map(\.role)
    let added = new.filter { before[$0.role] == nil }.map(\.role)
    let removed = old.filter { after[$0.role] == nil }.map(\.role)
    var parts: [String] = []
    if !changed.isEmpty { parts.append("\(short(changed)) changed") }
    if !added.isEmpty { parts.append("\(short(added)) is new") }
    if !removed.isEmpty { parts.append("\(short(removed)) is gone") }
    return parts.isEmpty ? "the order of its inputs changed" : parts.joined(separator: ", ")
  }

  private static func short(_ names: [String]) -> String {
    names.count <= 3 ? names.joined(separator: ", ") : "\(names[0]) and \(names.count - 1) more"
  }
}
