/// How a prompt shows what it has found; `set` lists and changes it.
public struct PromptSettings: Sendable, Hashable {
  /// The names of the settings, in the order of their list.
  public enum Key: String, Sendable, CaseIterable {
    case width, color, ascii, format, rows, pager, progress, timing

    /// What it is for.
    public var purpose: String {
      switch self {
      case .width: "the columns that a table fills; auto is those of the terminal"
      case .color: "when output is coloured"
      case .ascii: "whether tables are drawn in plain ASCII"
      case .format: "how results are written; auto is table in a terminal"
      case .rows: "the most rows of a table that are shown"
      case .pager: "whether long results are shown a screen at a time"
      case .progress: "whether long work says how far it is"
      case .timing: "whether each statement is followed by the time it took"
      }
    }

    /// The words that it can be set to; numbers stand beside them where `takesNumber` says so.
    public var words: [String] {
      switch self {
      case .width: ["auto"]
      case .color: ["auto", "always", "never"]
      case .ascii, .pager, .progress, .timing: ["on", "off"]
      case .format: ["auto"] + OutputFormat.allCases.map(\.rawValue)
      case .rows: ["all"]
      }
    }

    /// The least number that it can be set to; `nil` when it takes none.
    public var leastNumber: Int? {
      switch self {
      case .width: 10
      case .rows: 1
      default: nil
      }
    }

    /// What it can be set to, for a message.
    public var expected: String {
      let numbers = leastNumber.map { ["a whole number from \($0)"] } ?? []
      return ArgumentConverter.alternatives(numbers + words)
    }
  }

  private var values: [Key: String] = [:]

  /// Creates settings that are all as they are unless somebody changes them.
  public init() {}

  /// The value of a setting as it is written.
  public subscript(key: Key) -> String { values[key] ?? Self.standard(key) }

  /// What a setting is unless it is changed.
  public static func standard(_ key: Key) -> String {
    switch key {
    case .width, .color, .format: "auto"
    case .rows: "all"
    case .pager, .progress: "on"
    case .ascii, .timing: "off"
    }
  }

  /// The settings that are not what they are by themselves, in the order of the list.
  public var changed: [Key] { Key.allCases.filter { self[$0] != Self.standard($0) } }

  /// Sets `key` to what `text` says; false, and nothing changes, when it cannot be set to that.
  public mutating func set(_ key: Key, to text: String) -> Bool {
    if !key.words.contains(text) {
      guard let least = key.leastNumber, let number = Int(text), number >= least,
        String(number) == text
      else { return false }
    }
    values[key] = text
    return true
  }

  /// Whether a setting that is on or off is on.
  public func isOn(_ key: Key) -> Bool { self[key] == "on" }

  /// The number that a setting has; `nil` when it has a word.
  public func number(_ key: Key) -> Int? { Int(self[key]) }
}
