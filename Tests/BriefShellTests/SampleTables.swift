import BriefScript
import BriefSource

/// A row of the tables the tests write.
struct Sample {
  var name: String?
  var words: Int?
  var share: Double?
  var isFinal: Bool?
  var day: CalendarDate?
  var place: Place?
  var aliases: [String] = []
}

enum SampleTables {
  static let source = Source(
    name: "daily.txt", text: "Zoë said: “We agreed.”\nThe minister disagreed.\n")

  /// A column of every type.
  static var everything: TableSchema<Sample> {
    TableSchema<Sample>(
      RowKind("sample", plural: "samples"),
      [
        .string("name", "a name") { $0.name },
        .int("words", "how many") { $0.words },
        .number("share", "how much") { $0.share },
        .bool("final", "whether it is") { $0.isFinal },
        .date("day", "when") { $0.day },
        .place("place", "where") { $0.place },
        .strings("aliases", "other names") { $0.aliases },
      ])
  }

  static var two: Table {
    everything.table([
      Sample(
        name: "Zoë", words: 12, share: 0.5, isFinal: true,
        day: CalendarDate(year: 2025, month: 11, day: 14),
        place: Place(source, TextRange(11, 27)), aliases: ["Z.", "the spokeswoman"]),
      Sample(name: nil, words: nil, place: Place(source, TextRange(28, 31))),
    ])
  }

  static var names: TableSchema<String?> {
    TableSchema<String?>(
      RowKind("name", plural: "names"), [.string("name", "a name") { $0 }])
  }

  static var namesAndNumbers: TableSchema<(String, Int)> {
    TableSchema<(String, Int)>(
      RowKind("count", plural: "counts"),
      [.string("name", "a name") { $0.0 }, .int("n", "how many") { $0.1 }])
  }
}

extension OutputFormat {
  /// What is written, as text.
  func text(_ value: Value) -> String { String(decoding: write(value), as: UTF8.self) }
}
