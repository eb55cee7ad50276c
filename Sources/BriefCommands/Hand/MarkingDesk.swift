import BriefAnalysis
import BriefSource
import BriefText

/// A text on the desk of somebody who annotates it: paragraph by paragraph, and nothing shown of
/// what the program says of it.
struct MarkingDesk {
  /// What a line led to.
  enum Answer: Equatable {
    /// Something to read.
    case say(String)
    /// The paragraph at hand is to be shown again, after something to read.
    case turn(String)
    /// The marks have changed, with something to read.
    case changed(String)
    /// The annotator is done.
    case done
  }

  let briefing: Briefing
  /// The marks and the file that they are written to.
  private(set) var marks: Standoff<HandMark>
  /// The position among ``paragraphs`` of the one at hand.
  private(set) var position = 0
  /// Those of the body.
  let paragraphs: [Structure.Block]
  private let stretches: [TextRange]
  private var before: [Standoff<HandMark>] = []

  init(_ briefing: Briefing, marks: Standoff<HandMark>) {
    self.briefing = briefing
    self.marks = marks
    paragraphs = briefing.structure.blocks.filter { $0.kind.isBody }
    stretches = briefing.stretchesInMarks
    // Whoever goes on begins where the last mark is.
    if let last = marks.rows.compactMap(\.pieces.first).map(\.lowerBound).max(),
      let place = paragraphs.lastIndex(where: {
        briefing.source.scalarRange($0.range).lowerBound <= last
      })
    {
      position = place
    }
  }

  /// Does what a line says.
  mutating func answer(_ line: String) -> Answer {
    let order: MarkOrder
    do throws(MarkOrder.Misreading) {
      order = try MarkOrder(line)
    } catch {
      return .say(error.message)
    }
    switch order {
    case .next:
      guard position + 1 < paragraphs.count else {
        return .say("That was the last paragraph. list shows the marks, done ends.")
      }
      position += 1
      return .turn("")
    case .back:
      guard position > 0 else { return .say("This is the first paragraph.") }
      position -= 1
      return .turn("")
    case .go(let number):
      guard paragraphs.indices.contains(number - 1) else {
        return .say("There are paragraphs 1 to \(paragraphs.count), and no \(number).")
      }
      position = number - 1
      return .turn("")
    case .show: return .turn("")
    case .list: return .say(list)
    case .help: return .say(Self.help)
    case .done: return .done
    case .undo:
      guard let last = before.popLast() else { return .say("There is nothing to undo.") }
      marks = last
      return .changed("Undone.")
    case .remove(let number):
      guard let mark = mark(number) else { return .say(noMark(number)) }
      keep()
      marks.removeRow(at: number - 1)
      return .changed("Removed: \(mark.words)")
    case .change(let number, let facts):
      guard let mark = mark(number) else { return .say(noMark(number)) }
      let changed = HandMark(
        mark.pieces, facts.kind ?? mark.kind,
        speaker: facts.speaker.map(Self.name) ?? mark.speaker, cue: facts.cue ?? mark.cue,
        words: mark.words)
      if let doubt = doubt(facts) { return .say(doubt) }
      keep()
      marks.removeRow(at: number - 1)
      marks.append(changed)
      return .changed("Changed, now number \(marks.rows.count): \(describe(changed))")
    case .mark(let span, let facts): return mark(span, facts)
    }
  }

  /// Takes the last change back, when it could not be written.
  mutating func revert() { if let last = before.popLast() { marks = last } }

  private mutating func keep() { before.append(marks) }

  private func mark(_ number: Int) -> HandMark? {
    let rows = marks.rows
    return rows.indices.contains(number - 1) ? rows[number - 1] : nil
  }

  private func noMark(_ number: Int) -> String {
    marks.rows.isEmpty
      ? "Nothing is marked yet." : "There are marks 1 to \(marks.rows.count), and no \(number)."
  }

  // MARK: Marking

  private mutating func mark(_ span: MarkOrder.Span, _ facts: MarkOrder.Facts) -> Answer {
    let places: [TextRange]
    switch find(span) {
    case .success(let found): places = found
    case .failure(let misreading): return .say(misreading.message)
    }
    if let doubt = doubt(facts) { return .say(doubt) }
    let source = briefing.source
    let pieces = places.map { source.scalarRange($0) }
    if let number = marks.rows.firstIndex(where: { $0.pieces == pieces }) {
      return .say(
        "That is marked already, as number \(number + 1): change \(number + 1) by NAME, or remove "
          + "\(number + 1).")
    }
    let mark = HandMark(
      pieces, facts.kind ?? kind(of: span, places),
      speaker: facts.speaker.flatMap(Self.name), cue: facts.cue,
      words: places.map { QuizBuilder.line(source[$0]) }.joined(separator: " … "))
    keep()
    marks.append(mark)
    let missing =
      facts.speaker == nil ? "\nNo speaker is named; change \(marks.rows.count) by NAME." : ""
    return .changed("\(marks.rows.count): \(describe(mark))\(missing)")
  }

  /// Nobody, when the annotator says so.
  private static func name(_ typed: String) -> String? {
    ["nobody", "none", "no one"].contains(typed.lowercased()) ? nil : typed
  }

  /// The kind that the marks suggest; the annotator may say another.
  private func kind(of span: MarkOrder.Span, _ places: [TextRange]) -> Quote.Kind {
    guard case .stretches = span, let first = places.first else { return .indirect }
    let letter = briefing.source[first].first { $0.isLetter || $0.isNumber }
    return letter?.isUppercase == true ? .direct : .mixed
  }

  private func find(_ span: MarkOrder.Span) -> Result<[TextRange], MarkOrder.Misreading> {
    let here = stretchesHere
    let sentences = sentencesHere
    switch span {
    case .stretches(let numbers):
      for number in numbers where !here.indices.contains(number - 1) {
        return .failure(
          .init(
            message: here.isEmpty
              ? "No quotation marks stand in this paragraph; mark s1 or \"first words … last words\"."
              : "This paragraph has [1] to [\(here.count)], and no [\(number)]."))
      }
      return .success(Set(numbers).sorted().map { here[$0 - 1] })
    case .sentences(let from, let to):
      guard sentences.indices.contains(from - 1), sentences.indices.contains(to - 1) else {
        return .failure(
          .init(message: "This paragraph has s1 to s\(sentences.count)."))
      }
      return .success([sentences[from - 1].union(sentences[to - 1])])
    case .all: return .success([paragraphs[position].content])
    case .words(let first, let last): return find(first, last)
    }
  }

  private func find(
    _ first: String, _ last: String
  ) -> Result<[TextRange], MarkOrder.Misreading> {
    let block = paragraphs[position].content
    let starts = briefing.document.occurrences(of: first, in: block)
    guard let start = starts.first else {
      return .failure(.init(message: "“\(first)” does not stand in this paragraph."))
    }
    guard starts.count == 1 else {
      return .failure(
        .init(message: "“\(first)” stands here \(starts.count) times; write more words of it."))
    }
    if first == last { return .success([start]) }
    let ends = briefing.document.occurrences(of: last, in: TextRange(start.end, block.end))
    guard let end = ends.first else {
      return .failure(.init(message: "“\(last)” does not stand after “\(first)” here."))
    }
    guard ends.count == 1 else {
      return .failure(
        .init(
          message: "“\(last)” stands \(ends.count) times after “\(first)”; write more words of it.")
      )
    }
    return .success([start.union(end)])
  }

  /// What the text does not bear out: a cue or a speaker of whom no word stands in it.
  private func doubt(_ facts: MarkOrder.Facts) -> String? {
    let source = briefing.source
    if let cue = facts.cue, briefing.document.occurrences(of: cue, in: source.range).isEmpty {
      return "“\(cue)” does not stand in the text; write the cue as it stands there."
    }
    if let speaker = facts.speaker.flatMap(Self.name) {
      let words = speaker.split(separator: " ").filter {
        $0.count > 3 || $0.first?.isUppercase == true
      }
      let isThere = words.contains { word in
        !briefing.document.occurrences(of: String(word), in: source.range).isEmpty
      }
      if !words.isEmpty, !isThere {
        return "No word of “\(speaker)” stands in the text; is it spelt so?"
      }
    }
    return nil
  }
}
