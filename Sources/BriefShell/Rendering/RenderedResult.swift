import BriefSource

/// A result as it is drawn, with what a pager has to know of it.
public struct RenderedResult: Sendable {
  /// The lines, each with its line end.
  public let text: StyledText
  /// How many of the first lines name the columns of what follows, and are worth repeating at the
  /// head of each page; 0 where nothing is named.
  public let headerLineCount: Int

  /// Creates a result.
  public init(_ text: StyledText, headerLineCount: Int = 0) {
    self.text = text
    self.headerLineCount = headerLineCount
  }
}
