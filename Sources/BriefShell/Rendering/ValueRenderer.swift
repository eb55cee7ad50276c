import BriefScript
import BriefSource

/// Draws a result for reading in a terminal of a given width.
public struct ValueRenderer: Sendable {
  /// What is drawn on.
  public let medium: Medium

  private var width: Int { medium.width }

  /// Creates a renderer for what is read on `medium`.
  public init(_ medium: Medium) { self.medium = medium }

  /// Creates a renderer for lines of at most `width` cells, at least 10, in Unicode.
  public init(width: Int) { self.init(Medium(width: width)) }

  /// The lines of `value`, and how many of them stand above the rows of a table.
  ///
  /// Nothing in it can drive a terminal. Linear in the size of the value.
  public func rendered(_ value: Value) -> RenderedResult {
    guard case .table(let table) = value else { return RenderedResult(render(value)) }
    return TableRenderer(medium).rendered(table)
  }

  /// The text of `value`, ending with a line end; empty for ``Value/nothing``.
  ///
  /// Nothing in it can drive a terminal. Linear in the size of the value.
  public func render(_ value: Value) -> StyledText {
    switch value {
    case .nothing: return StyledText()
    case .table(let table): return TableRenderer(medium).rendered(table).text
    case .record(let record): return RecordRenderer(medium).render(record)
    case .page(let page): return PageRenderer(width: width).render(page.text(on: medium))
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
