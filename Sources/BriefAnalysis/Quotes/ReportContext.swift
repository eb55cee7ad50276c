import BriefText

/// Something that stands around a construction and speaks for or against a report.
///
/// In the list of counts it is written as its aspect and value: `source:person`.
struct ReportContext: Hashable, Sendable {
  /// What is looked at.
  enum Aspect: Int, CaseIterable, Sendable {
    /// The kind of phrase that would be the source.
    case source
    /// What the content begins with.
    case start
    /// How much of the content stands in quotation marks.
    case marks
    /// The number of words in the content.
    case length
    /// The relation of the cue to its own head.
    case clause
    /// The form of the cue.
    case form
    /// What follows the cue.
    case next
    /// The auxiliaries, negations and conjunctions of the cue.
    case group
  }

  /// The aspect and the value as one number below ``limit``.
  let code: Int

  /// All codes are below it.
  static let limit = Aspect.allCases.count << 6

  init(_ aspect: Aspect, _ value: Int) { code = aspect.rawValue << 6 | min(63, max(0, value)) }

  /// The code of each context by its ``name``.
  static var codes: FormTable {
    var codes = FormTable(capacity: 128, length: 16)
    for aspect in Aspect.allCases {
      for (value, name) in values(of: aspect).enumerated() {
        let code = UInt32(ReportContext(aspect, value).code)
        // Of values of one name the first is meant.
        codes.update("\(aspect):\(name)") { $0 ?? code }
      }
    }
    return codes
  }

  /// The aspect and the value in words.
  var name: String {
    guard let aspect = Aspect(rawValue: code >> 6) else { return "" }
    let values = Self.values(of: aspect)
    let value = code & 63
    return "\(aspect):\(value < values.count ? values[value] : "other")"
  }

  private static func values(of aspect: Aspect) -> [String] {
    switch aspect {
    case .source: ReportContextReader.SourceKind.allCases.map { "\($0)" }
    case .start:
      [
        "word", "that", "to", "if", "question", "mark", "pronoun", "determiner", "preposition",
        "name",
      ]
    case .marks: ["none", "part", "whole", "inside"]
    case .length: ["0", "1", "2", "3-5", "6-11", "12-24", "25-"]
    case .clause:
      (0...Relation.other.rawValue).map { Relation(rawValue: $0).map { "\($0)" } ?? "other" }
    case .form: ["none", "base", "past", "ing", "participle", "present"]
    case .next: ["word", "comma", "colon", "stop", "preposition", "that", "mark"]
    case .group: ["plain", "modal", "auxiliary", "passive", "negated", "to", "marked"]
    }
  }
}
