import BriefSource

/// A lesson: a script whose comments are there to be read and whose exercises are there to be
/// solved.
///
/// Outside of blocks a run of comment lines is a text. The first one gives the title, in its first
/// line, and the introduction.
public struct Lesson {
  /// What happens next in a lesson.
  public enum Part {
    /// A text for the learner, line by line, without the marks of the comment.
    case text([String])
    /// A statement that is run.
    case statement(Statement)
    /// An exercise, at which the lesson waits.
    case exercise(LessonExercise)
  }

  /// A statement of a lesson outside of its exercises.
  public struct Statement {
    /// Where it stands.
    public let range: TextRange
    /// How it is shown before its result, as if it had been typed; `nil` when it is not shown.
    public let shown: String?
  }

  /// The script.
  public let source: Source
  /// The first line of the first comment; empty when there is none.
  public let title: String
  /// The rest of the first comment, line by line.
  public let introduction: [String]
  /// What happens, in its order.
  public let parts: [Part]

  /// Reads the lesson in `source`; what cannot be read is left out, and a check finds it.
  ///
  /// Linear in the length of the source.
  public init(_ source: Source) {
    self.source = source
    let script = Parser.parse(source)
    var texts = Self.texts(of: script)
    var title = ""
    var introduction: [String] = []
    let first = script.statements.first {
      if case .edition = $0.kind { false } else { true }
    }
    if let text = texts.first, first.map({ text.start < $0.range.start }) ?? true {
      texts.removeFirst()
      title = text.lines.first ?? ""
      introduction = Array(text.lines.dropFirst().drop { $0.isEmpty })
    }
    var parts: [Part] = []
    var waiting = texts[...]
    for statement in script.statements {
      while let text = waiting.first, text.start < statement.range.start {
        parts.append(.text(text.lines))
        waiting.removeFirst()
      }
      if let part = Self.part(statement, in: source) { parts.append(part) }
    }
    parts += waiting.map { .text($0.lines) }
    self.title = title
    self.introduction = introduction
    self.parts = parts
  }

  /// The exercises in their order.
  public var exercises: [LessonExercise] {
    parts.compactMap { if case .exercise(let exercise) = $0 { exercise } else { nil } }
  }

  /// The first sentence of the introduction.
  public var summary: String {
    let paragraph = introduction.prefix { !$0.isEmpty }.joined(separator: " ")
    guard let end = paragraph.firstRange(of: ". ") else { return paragraph }
    return String(paragraph[..<end.lowerBound]) + "."
  }

  /// About how many minutes it takes: three words a second are read, and an exercise takes two and
  /// a half minutes.
  public var minutes: Int {
    var words = introduction.reduce(0) { $0 + $1.split(separator: " ").count }
    var seconds = 0
    for part in parts {
      switch part {
      case .text(let lines): words += lines.reduce(0) { $0 + $1.split(separator: " ").count }
      case .statement(let statement): if statement.shown != nil { seconds += 20 }
      case .exercise: seconds += 150
      }
    }
    return max(1, (words / 3 + seconds + 30) / 60)
  }

  /// The script with all but `range` made blank, so that what stands there keeps its place.
  ///
  /// Linear in the length of the script.
  public func source(of range: TextRange) -> Source {
    var bytes = source.bytes
    for index in bytes.indices where !(range.start..<range.end).contains(index) {
      if bytes[index] != 0x0A { bytes[index] = 0x20 }
    }
    return Source(name: source.name, text: String(decoding: bytes, as: UTF8.self))
  }

  private static func part(_ statement: BriefScript.Statement, in source: Source) -> Part? {
    let text = source[statement.range]
    switch statement.kind {
    case .edition, .broken: return nil
    case .exercise(let exercise):
      return .exercise(LessonExercise(exercise, at: statement.range, in: source))
    case .parameter, .needs, .use, .binding, .definition, .assertion:
      return .statement(Statement(range: statement.range, shown: nil))
    case .pipeline(let pipeline):
      // A line that only speaks is heard; how it was made to speak is no matter.
      if case .call(let name, _)? = pipeline.stages.first?.kind, name.text == "print",
        pipeline.stages.count == 1
      {
        return .statement(Statement(range: statement.range, shown: nil))
      }
      return .statement(Statement(range: statement.range, shown: text))
    case .loop, .branch:
      return .statement(Statement(range: statement.range, shown: text))
    }
  }

  /// The runs of comment lines outside of statements that are texts.
  private static func texts(of script: Script) -> [(start: Int, lines: [String])] {
    let source = script.source
    var texts: [(start: Int, lines: [String])] = []
    var lastLine: Int?
    var statements = script.statements[...]
    for comment in script.comments {
      while let next = statements.first, next.range.end <= comment.start {
        statements.removeFirst()
      }
      let isInside = statements.first.map { $0.range.start < comment.start } ?? false
      let line = source.lines.line(at: comment.start)
      let start = source.lineRange(line).start
      let isAlone = source[TextRange(start, comment.start)].allSatisfy { $0 == " " || $0 == "\t" }
      let text = source[comment]
      guard !isInside, isAlone, !text.hasPrefix("# expect:"), !text.hasPrefix("# expect-error:")
      else {
        lastLine = nil
        continue
      }
      let body = text.drop { $0 == "#" }
      let shown = String(body.first == " " ? body.dropFirst() : body)
      if let lastLine, lastLine + 1 == line {
        texts[texts.count - 1].lines.append(shown)
      } else {
        texts.append((comment.start, [shown]))
      }
      lastLine = line
    }
    return texts
  }
}
