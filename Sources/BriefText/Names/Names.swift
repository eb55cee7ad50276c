/// The names and values in a text, each in text order; no two overlap.
public struct Names: Sendable {
  /// One name.
  public struct Name: Sendable, Hashable {
    /// Its tokens, without titles, roles and genitive endings.
    public var tokens: Range<Int>
    /// What it names.
    public var type: NameType

    package init(tokens: Range<Int>, type: NameType) {
      self.tokens = tokens
      self.type = type
    }
  }

  /// The names of persons and things.
  public let all: [Name]
  /// The dates, numbers, sums of money and percentages outside of names.
  public let values: [Name]

  init(_ all: [Name], values: [Name]) {
    self.all = all
    self.values = values
  }

  /// The names that a row of labels spells out, for tokens from `start` on.
  package static func spans(_ labels: [UInt8], from start: Int) -> [Name] {
    var names: [Name] = []
    var first: Int?
    for (offset, label) in labels.enumerated() {
      guard let type = NameLabel.type(Int(label)) else {
        first = nil
        continue
      }
      if !NameLabel.continues(Int(label)) { first = offset }
      if !NameLabel.isOpen(Int(label)), let begin = first {
        names.append(Name(tokens: start + begin..<start + offset + 1, type: type))
        first = nil
      }
    }
    return names
  }
}
