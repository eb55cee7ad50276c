import BriefAnalysis
import BriefScript
import BriefSource
import BriefText

extension MarkingDesk {
  /// The stretches in quotation marks of the paragraph at hand.
  var stretchesHere: [TextRange] {
    let block = paragraphs[position].range
    return briefing.stretchesInMarks.filter { block.contains($0) }
  }

  /// The sentences of the paragraph at hand.
  var sentencesHere: [TextRange] {
    let block = paragraphs[position].content
    let document = briefing.document
    let tokens = document.tokens.indices(in: block)
    guard let first = tokens.first, let last = tokens.last else { return [] }
    let numbers =
      document.sentences.index(holding: first)...document.sentences.index(holding: last)
    return numbers.compactMap { document.tokens.range(document.sentences[$0]).intersection(block) }
  }

  /// The paragraph at hand: its sentences and quotation marks numbered, and what is marked in it.
  var page: Page {
    let block = paragraphs[position]
    let source = briefing.source
    var page = Page("Paragraph \(position + 1) of \(paragraphs.count)", .strong)
    page.append(", line \(source.lineNumber(at: block.range.start))", .dim)
    if let section = briefing.sectionName(at: block.range.start) {
      page.append(" · \(section.string)", .dim)
    }
    page.append("\n")
    let stretches = stretchesHere
    for (number, sentence) in sentencesHere.enumerated() {
      page.append("  s\(number + 1)  ", .code)
      var start = sentence.start
      for (index, stretch) in stretches.enumerated() where sentence.contains(stretch.start) {
        page.append(Self.line(source[TextRange(start, stretch.start)]))
        page.append("[\(index + 1)]", .code)
        start = stretch.start
      }
      page.append(Self.line(source[TextRange(start, sentence.end)]))
      page.append("\n")
    }
    let scalars = source.scalarRange(block.range)
    for (number, mark) in marks.rows.enumerated()
    where mark.pieces.contains(where: { $0.overlaps(scalars) }) {
      page.append("  mark \(number + 1)  ", .strong)
      page.append(describe(mark) + "\n")
    }
    return page
  }

  /// All marks, one a line, in the order they were made.
  var list: String {
    let rows = marks.rows
    if rows.isEmpty { return "Nothing is marked yet." }
    return rows.enumerated().map { "  \($0 + 1)  \(describe($1))" }.joined(separator: "\n")
  }

  /// A mark in one line.
  func describe(_ mark: HandMark) -> String {
    let by = mark.speaker.map { "by \($0)" } ?? "by nobody named"
    let cue = mark.cue.map { ", cue \($0)" } ?? ""
    return "\(mark.kind.rawValue), \(by)\(cue): \(mark.words)"
  }

  /// A piece of a sentence: its line ends are spaces, its other spaces stay.
  private static func line(_ text: String) -> String {
    String(text.map { $0.isNewline ? " " : $0 })
  }

  /// How marks are made.
  static var help: String {
    """
    1 by NAME cue WORD          marks the words in the quotation marks [1]
    1+2 by NAME cue WORD        marks [1] and [2] as one quotation
    s2 by NAME cue WORD         marks sentence s2; s2-s3 two of them; all the paragraph
    "first … last" by NAME      marks from the first to the last words, as indirect speech
      as direct|mixed|indirect  when the kind is another than the marks suggest
      by nobody                 when the text names no speaker
    list                        the marks with their numbers
    change 2 by NAME            says something else of mark 2: by, cue, as
    remove 2 · undo             takes mark 2 away · takes the last change back
    Enter or next · back · go 7 · show   the paragraphs
    done                        ends; every mark is kept as soon as it is made
    """
  }
}
