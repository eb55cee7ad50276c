/// What an annotator marks in a text: somebody's words, and whose they are.
public struct HandMark: StandoffRow, Hashable {
  /// The pieces, in code points of the text, in text order.
  public let pieces: [Range<Int>]
  /// Whose words are given how.
  public let kind: Quote.Kind
  /// Who speaks, in the annotator's words; `nil` when the text names nobody.
  public let speaker: String?
  /// The word that introduces it; `nil` when there is none.
  public let cue: String?
  /// The words that are marked, by which people read the file.
  public let words: String

  /// Creates a mark.
  public init(
    _ pieces: [Range<Int>], _ kind: Quote.Kind, speaker: String?, cue: String?, words: String
  ) {
    self.pieces = pieces
    self.kind = kind
    self.speaker = speaker
    self.cue = cue
    self.words = words
  }

  /// The word in the first line of a file of them.
  public static let fileKind = "marks"
  /// The fields of a line.
  public static let fields = ["kind", "places", "speaker", "cue", "words"]

  /// Reads the fields of a line; places are `start-end`, with commas between pieces.
  ///
  /// - Throws: ``StandoffFieldError``.
  public init(fields: [String]) throws(StandoffFieldError) {
    guard fields.count == Self.fields.count else {
      throw StandoffFieldError(
        "expected \(Self.fields.joined(separator: ", ")) with tabs between, found "
          + (fields.count == 1 ? "1 field" : "\(fields.count) fields"))
    }
    guard let kind = Quote.Kind(rawValue: fields[0]) else {
      throw StandoffFieldError("expected direct, mixed or indirect, found '\(fields[0])'")
    }
    var pieces: [Range<Int>] = []
    for piece in fields[1].split(separator: ",", omittingEmptySubsequences: false) {
      let ends = piece.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
      guard ends.count == 2 else {
        throw StandoffFieldError("expected places such as 1204-1260, found '\(piece)'")
      }
      pieces.append(try StandoffFieldError.offsets(ends[0], ends[1]))
    }
    self.init(
      pieces.sorted { $0.lowerBound < $1.lowerBound }, kind,
      speaker: fields[2].isEmpty ? nil : fields[2], cue: fields[3].isEmpty ? nil : fields[3],
      words: fields[4])
  }

  /// The fields as they are written.
  public var fieldValues: [String] {
    let places = pieces.map { "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: ",")
    return [kind.rawValue, places, speaker ?? "", cue ?? "", words]
  }
}
