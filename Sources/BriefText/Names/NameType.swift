/// What kind of thing a name names.
public enum NameType: UInt8, Sendable, CaseIterable {
  case person, organisation, place, group, event, law, facility, work, other
  /// Values, which rules find.
  case date, number, money, percent

  /// The types that the model has learnt.
  package static let learnt: [NameType] = [
    .person, .organisation, .place, .group, .event, .law, .facility, .work, .other,
  ]

  /// The label of two-column name files, after those of CoNLL-2003 and OntoNotes.
  public var label: String {
    switch self {
    case .person: "PER"
    case .organisation: "ORG"
    case .place: "LOC"
    case .group: "GRP"
    case .event: "EVT"
    case .law: "LAW"
    case .facility: "FAC"
    case .work: "WRK"
    case .other: "MISC"
    case .date: "DATE"
    case .number: "NUM"
    case .money: "MONEY"
    case .percent: "PCT"
    }
  }
}

/// The labels of tokens: outside of any name, or the beginning, inside, last or only token of one.
package enum NameLabel {
  /// The number of labels.
  package static let count = 1 + 4 * NameType.learnt.count
  package static let outside = 0

  package static func begin(_ type: NameType) -> Int { 1 + 4 * Int(type.rawValue) }
  package static func inside(_ type: NameType) -> Int { 2 + 4 * Int(type.rawValue) }
  package static func last(_ type: NameType) -> Int { 3 + 4 * Int(type.rawValue) }
  package static func only(_ type: NameType) -> Int { 4 + 4 * Int(type.rawValue) }

  /// The type of a label; `nil` outside.
  @inline(__always)
  package static func type(_ label: Int) -> NameType? {
    label == 0 ? nil : NameType(rawValue: UInt8((label - 1) / 4))
  }

  /// Whether a name goes on after this label.
  @inline(__always)
  package static func isOpen(_ label: Int) -> Bool { label != 0 && (label - 1) % 4 < 2 }

  /// Whether this label goes on with a name.
  @inline(__always)
  package static func continues(_ label: Int) -> Bool {
    label != 0 && ((label - 1) % 4 == 1 || (label - 1) % 4 == 2)
  }
}
