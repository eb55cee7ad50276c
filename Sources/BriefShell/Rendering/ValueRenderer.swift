import BriefScript
import BriefSource

/// Draws a result for reading in a terminal of a given width.
public struct ValueRenderer: Sendable {
  /// The most cells of a line.
  public let width: Int

  /// Creates a renderer for lines of at most `width` cells, at least 10.
  public init(width: Int) { self.width = max(10, width) }

  /// The text of `value`, ending with a line end; empty for ``Value/nothing``.
  ///
  /// Nothing in it can drive a terminal. Linear in the size of the value.
  public func render(_ value: Value) -> StyledText {
    switch value {
    case .nothing: return StyledText()
    case .table(let table): return TableRenderer(width: width).render(table)
    case .record(let record): return RecordRenderer(width: width).render(record)
    case .page(let page): return PageRenderer(width: width).render(page.text(width: width))
    case .list(let elements): return list(elements)
    case .missing: return StyledText("missing\n", .dim)
    case .number(let number):
      return StyledText(NumberText(for: CollectionOfOne(number)).text(number) + "\n")
    default:
      let text = value.cellText
      return PageRenderer(width: width).render(StyledText(text.isEmpty ? "\n" : text))
    }
  }

  private func list(_ elements: [Value]) -> StyledText {
    guard !elements.isEmpty else { return StyledText("empty list\n", .dim) }
    var page = StyledText()
    for element in elements {
      let text = CellText.paragraphs(of: element.cellText).joined(separator: " ")
      page.append("- " + text + "\n")
    }
    return PageRenderer(width: width).render(page)
  }
}
