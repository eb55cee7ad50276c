import BriefSource

/// What is different between two runs of a script: answers, and what they depend on.
public struct RunComparison: Sendable {
  /// An answer that is another one now, gone or new, and how, in lines.
  public struct Change: Hashable, Sendable {
    /// What has changed, in one sentence without a full stop.
    public let title: String
    /// The difference, at most a few lines.
    public let details: [String]
  }

  /// The answers that have changed, the files that would be written otherwise and the assertions
  /// that were not asked, in the order of the earlier run.
  public let changes: [Change]
  /// What has changed of all that answers depend on, each in one sentence without a full stop.
  public let causes: [String]
  /// What has changed of all that a run depends on which stopped before its end: of files that it
  /// has not read nothing is said.
  public let causesOfStopping: [String]
  private let counts: String

  /// Compares `new` with `old`.
  ///
  /// An answer is compared with the one that the same words gave as the same time of asking; so a
  /// statement may move to another line.
  public init(_ old: RunRecord, _ new: RunRecord) {
    changes =
      Self.answers(old, new) + Self.results(old.results, new.results)
      + Self.assertions(old, new)
    causes = Self.causes(old, new)
    causesOfStopping = Self.causes(old, new, isComplete: false)
    let answers = Self.counted(old.answers.count, "answer")
    let assertions = Self.counted(old.assertions.count, "assertion")
    let texts = Self.counted(old.texts.count, "text")
    counts = "\(answers), \(assertions), \(texts)"
  }

  /// All of it as lines of text.
  public var lines: [String] {
    var lines = changes.flatMap { [$0.title] + $0.details.map { "  " + $0 } }
    lines += causes
    if changes.isEmpty {
      lines.append(
        (causes.isEmpty ? "nothing changed: " : "every answer is the same: ") + counts)
    } else {
      lines.append("\(Self.counted(changes.count, "change")) in \(counts)")
    }
    return lines
  }

  private static func counted(_ count: Int, _ word: String) -> String {
    count == 1 ? "1 \(word)" : "\(count) \(word)s"
  }

  // MARK: Answers

  /// A statement, and the how-manieth of its answers.
  private struct Key: Hashable {
    let module: String?
    let text: String
    let number: Int
  }

  private static func keyed(_ answers: [RunRecord.Answer]) -> [(key: Key, answer: RunRecord.Answer)]
  {
    var counts: [[String?]: Int] = [:]
    return answers.map { answer in
      let statement = answer.statement
      let number = counts[[statement.module, statement.text], default: 0]
      counts[[statement.module, statement.text]] = number + 1
      return (Key(module: statement.module, text: statement.text, number: number), answer)
    }
  }

  private static func answers(_ old: RunRecord, _ new: RunRecord) -> [Change] {
    let (before, after) = (keyed(old.answers), keyed(new.answers))
    let found = Dictionary(
      after.map { ($0.key, $0.answer) }, uniquingKeysWith: { first, _ in first })
    let known = Set(before.map(\.key))
    var changes: [Change] = []
    for (key, answer) in before {
      guard let other = found[key] else {
        changes.append(
          Change(
            title: "\(title(answer.statement, old)) does not answer any more", details: []))
        continue
      }
      if other.digest == answer.digest { continue }
      changes.append(
        Change(
          title: "\(title(other.statement, new)) gives another answer",
          details: AnswerDifference(answer.json, other.json).lines))
    }
    for (key, answer) in after where !known.contains(key) {
      changes.append(
        Change(
          title: "\(title(answer.statement, new)) gives an answer that was not there", details: []))
    }
    return changes
  }

  private static func title(_ statement: RunRecord.Statement, _ record: RunRecord) -> String {
    let path = statement.module ?? record.script.path
    return "\(path):\(statement.line): \(Message.quoted(statement.text))"
  }

  private static func results(
    _ old: [FileLedger.Entry], _ new: [FileLedger.Entry]
  ) -> [Change] {
    // A file that was written twice counts as it was left.
    func last(_ entries: [FileLedger.Entry]) -> [String: FileLedger.Entry] {
      Dictionary(entries.map { ($0.path, $0) }, uniquingKeysWith: { $1 })
    }
    let (before, after) = (last(old), last(new))
    var changes: [Change] = []
    var seen: Set<String> = []
    for path in (old + new).map(\.path) where seen.insert(path).inserted {
      let title: String
      switch (before[path], after[path]) {
      case (let first?, let second?):
        if first == second { continue }
        title = "the file '\(path)' would be another one (\(sizes(first, second)))"
      case (nil, _): title = "the file '\(path)' would be written, and was not"
      case (_, nil): title = "the file '\(path)' would not be written any more"
      }
      changes.append(Change(title: title, details: []))
    }
    return changes
  }

  private static func assertions(_ old: RunRecord, _ new: RunRecord) -> [Change] {
    let asked = Set(new.assertions.map { [$0.statement.module, $0.statement.text] })
    return old.assertions.filter { !asked.contains([$0.statement.module, $0.statement.text]) }
      .map {
        Change(title: "\(title($0.statement, old)) is not asserted any more", details: [])
      }
  }

  // MARK: Causes

  private static func causes(
    _ old: RunRecord, _ new: RunRecord, isComplete: Bool = true
  ) -> [String] {
    var causes: [String] = []
    if old.script.digest != new.script.digest {
      causes.append(
        "the script '\(new.script.path)' has changed (\(sizes(old.script, new.script)))")
    }
    causes += self.causes(old.modules, new.modules, "module", isComplete)
    causes += self.causes(old.texts, new.texts, "text", isComplete)
    if old.model != new.model { causes.append("the model and lists of the program have changed") }
    if old.program != new.program {
      causes.append("the program has changed (\(old.program) → \(new.program))")
    }
    return causes
  }

  private static func causes(
    _ old: [FileLedger.Entry], _ new: [FileLedger.Entry], _ word: String, _ isComplete: Bool
  ) -> [String] {
    let before = Dictionary(old.map { ($0.path, $0) }, uniquingKeysWith: { $1 })
    let after = Dictionary(new.map { ($0.path, $0) }, uniquingKeysWith: { $1 })
    var causes: [String] = []
    var seen: Set<String> = []
    for path in (old + new).map(\.path) where seen.insert(path).inserted {
      switch (before[path], after[path]) {
      case (let first?, let second?):
        if first == second { continue }
        causes.append("the \(word) '\(path)' has changed (\(sizes(first, second)))")
      case (nil, _): causes.append("the \(word) '\(path)' was not read before")
      case (_, nil):
        if isComplete { causes.append("the \(word) '\(path)' is not read any more") }
      }
    }
    return causes
  }

  private static func sizes(_ old: FileLedger.Entry, _ new: FileLedger.Entry) -> String {
    old.byteCount == new.byteCount
      ? "still \(new.byteCount) bytes" : "\(old.byteCount) → \(new.byteCount) bytes"
  }
}
