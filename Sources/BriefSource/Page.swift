/// Text laid out for reading: a page of help, a passage of a briefing, an answer with its evidence.
///
/// Excerpts keep their place until the page is drawn, so that lines and carets fit any width.
public struct Page: Sendable {
  private enum Part: Sendable {
    case text(StyledText)
    case excerpt([SourceExcerpt.Mark], Source)
    case figure(any Figure)
  }

  private var parts: [Part] = []

  /// Creates an empty page.
  public init() {}

  /// Creates a page that holds `text`.
  public init(_ text: String, _ role: StyledText.Role = .plain) {
    self.init(StyledText(text, role))
  }

  /// Creates a page that holds `text`.
  public init(_ text: StyledText) { parts = [.text(text)] }

  /// Creates a page that holds `figure`.
  public init(_ figure: some Figure) { parts = [.figure(figure)] }

  /// Adds `figure` at the end.
  public mutating func append(_ figure: some Figure) { parts.append(.figure(figure)) }

  /// Adds `text` at the end.
  public mutating func append(_ text: String, _ role: StyledText.Role = .plain) {
    append(StyledText(text, role))
  }

  /// Adds `text` at the end.
  public mutating func append(_ text: StyledText) {
    if case .text(let last) = parts.last {
      parts[parts.count - 1] = .text(last + text)
    } else {
      parts.append(.text(text))
    }
  }

  /// Adds all of `other` at the end.
  public mutating func append(_ other: Page) {
    for part in other.parts {
      if case .text(let text) = part { append(text) } else { parts.append(part) }
    }
  }

  /// Adds the lines of `source` that hold `marks`, with carets under them.
  public mutating func append(_ marks: [SourceExcerpt.Mark], of source: Source) {
    parts.append(.excerpt(marks, source))
  }

  /// The page as it is drawn on `medium`; lines of text are as long as they are.
  ///
  /// Linear in the length of the text and of the lines that are marked.
  public func text(on medium: Medium) -> StyledText {
    text(on: medium, excerptWidth: medium.width)
  }

  /// The page as it is drawn in lines of `width` cells, in Unicode; lines of text are as long as they
  /// are.
  ///
  /// Linear as ``text(on:)`` is.
  public func text(width: Int = 100) -> StyledText { text(on: Medium(width: width)) }

  private func text(on medium: Medium, excerptWidth: Int) -> StyledText {
    parts.reduce(into: StyledText()) { result, part in
      switch part {
      case .text(let text): result.append(text)
      case .excerpt(let marks, let source):
        result.append(SourceExcerpt(width: excerptWidth).render(marks, of: source))
      case .figure(let figure): result.append(figure.drawn(on: medium))
      }
    }
  }

  /// The characters alone: figures as for a file, with excerpts of at most 100 cells.
  public var plain: String { text(on: .file, excerptWidth: 100).plain }
}

extension Page: Hashable {
  /// Whether both read the same.
  public static func == (left: Page, right: Page) -> Bool { left.plain == right.plain }

  /// Hashes what is read.
  public func hash(into hasher: inout Hasher) { hasher.combine(plain) }
}
