import BriefSource

/// A text with sources, cues and contents marked in it, as `Passages/README.md` explains.
struct MarkedText {
  /// What is marked.
  enum Kind {
    /// `{1:Karim}`
    case source
    /// `(1:said)`
    case cue
    /// `<1|that it is over>`
    case content
    /// `[1|“It is over,”]`
    case quotation
  }

  /// What ties the marks of one statement together: the number of its source, or `-` or `?`, and
  /// a letter for each further statement of that source.
  struct Label: Hashable {
    let source: String
    let letter: String

    /// The number of the source; `nil` where the text names none.
    var number: Int? { Int(source) }
    /// Whether it may be found, without a speaker, and need not.
    var isOptional: Bool { source == "?" }
  }

  struct Mark {
    let kind: Kind
    let label: Label
    let range: TextRange
  }

  /// Why a text with marks cannot be read.
  struct Malformed: Error, CustomStringConvertible {
    let description: String
  }

  /// The text without the marks.
  let plain: String
  /// The marks, in the order of their ends.
  let marks: [Mark]

  /// Reads a text with marks.
  init(_ marked: String) throws(Malformed) {
    var reading = Reading(rest: Substring(marked).unicodeScalars)
    try reading.run()
    plain = String(String.UnicodeScalarView(reading.plain))
    marks = reading.marks
    try check()
  }

  /// The range of the source with a number.
  func source(_ number: Int) -> TextRange? {
    marks.first { $0.kind == .source && $0.label.number == number }?.range
  }

  /// Every statement has a source unless it says otherwise, and nothing is marked for no statement.
  private func check() throws(Malformed) {
    let said = marks.filter { $0.kind == .content || $0.kind == .quotation }
    for mark in marks {
      let name = mark.label.source + mark.label.letter
      switch mark.kind {
      case .source:
        guard let number = mark.label.number, mark.label.letter.isEmpty else {
          throw Malformed(description: "source \(name) has no plain number")
        }
        guard marks.count(where: { $0.kind == .source && $0.label == mark.label }) == 1 else {
          throw Malformed(description: "number \(name) belongs to two sources")
        }
        guard said.contains(where: { $0.label.number == number }) else {
          throw Malformed(description: "source \(name) says nothing")
        }
      case .cue:
        guard said.contains(where: { $0.label == mark.label }) else {
          throw Malformed(description: "cue \(name) has no content")
        }
      case .content, .quotation:
        guard mark.label.number.map({ source($0) != nil }) ?? true else {
          throw Malformed(description: "content \(name) has no source; is it meant to be ‘-’?")
        }
      }
    }
  }
}

extension MarkedText {
  /// The reading of one text.
  private struct Reading {
    var rest: Substring.UnicodeScalarView
    var plain: [Unicode.Scalar] = []
    var marks: [Mark] = []
    /// The length of `plain` in bytes.
    private var length = 0
    /// What is open: marks, and brackets of the text itself.
    private var open: [(closing: Unicode.Scalar, start: Int, mark: (kind: Kind, label: Label)?)] =
      []

    init(rest: Substring.UnicodeScalarView) { self.rest = rest }

    mutating func run() throws(Malformed) {
      while let scalar = rest.popFirst() {
        switch scalar {
        case "\\":
          guard let escaped = rest.popFirst() else {
            throw Malformed(description: "the text ends with a backslash")
          }
          add(escaped)
        case "{": begin(.source, scalar, closing: "}", after: ":")
        case "(": begin(.cue, scalar, closing: ")", after: ":")
        case "<": begin(.content, scalar, closing: ">", after: "|")
        case "[": begin(.quotation, scalar, closing: "]", after: "|")
        case "}", ")", ">", "]": try end(scalar)
        default: add(scalar)
        }
      }
      if let last = open.last {
        throw Malformed(description: "‘\(last.closing)’ is missing for a bracket at \(last.start)")
      }
    }

    private mutating func add(_ scalar: Unicode.Scalar) {
      plain.append(scalar)
      length += UTF8.width(scalar)
    }

    /// Opens a mark where a label follows, a bracket of the text otherwise.
    private mutating func begin(
      _ kind: Kind, _ scalar: Unicode.Scalar, closing: Unicode.Scalar, after: Unicode.Scalar
    ) {
      if let end = rest.firstIndex(of: after), let label = Self.label(rest[..<end]) {
        rest = rest[rest.index(after: end)...]
        open.append((closing, length, (kind, label)))
      } else {
        open.append((closing, length, nil))
        add(scalar)
      }
    }

    private mutating func end(_ scalar: Unicode.Scalar) throws(Malformed) {
      guard let last = open.popLast(), last.closing == scalar else {
        throw Malformed(description: "‘\(scalar)’ closes nothing; text is written ‘\\\(scalar)’")
      }
      if let mark = last.mark {
        guard length > last.start else { throw Malformed(description: "a mark is empty") }
        marks.append(
          Mark(kind: mark.kind, label: mark.label, range: TextRange(last.start, length)))
      } else {
        add(scalar)
      }
    }

    /// A number, `-` or `?`, and at most one letter.
    private static func label(_ scalars: Substring.UnicodeScalarView) -> Label? {
      guard scalars.count <= 4 else { return nil }
      var source = String(Substring(scalars))
      var letter = ""
      if let last = source.last, ("a"..."z").contains(last) { letter = String(source.removeLast()) }
      let isNumber = !source.isEmpty && source.allSatisfy { ("0"..."9").contains($0) }
      guard source == "-" || source == "?" || isNumber else { return nil }
      return Label(source: source, letter: letter)
    }
  }
}
