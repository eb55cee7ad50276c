import BriefScript
import BriefSource

extension ErrorPage {
  /// The page as it is read: what the message means, the examples, and what is said of the wrong
  /// one.
  public var page: Page {
    var page = Page(id, .error)
    page.append(": \(title)\n\n", .strong)
    page.append(Markdown(explanation).page)
    page.append("\n\(subject.heading)\n", .heading)
    page.append(StyledText(wrong.withLineEnd, .code).indented(by: "  "))
    page.append("\nWhat the program says\n", .heading)
    page.append(said.indented(by: "  "))
    page.append("\nMended\n", .heading)
    page.append(StyledText(right.withLineEnd, .code).indented(by: "  "))
    return page
  }

  /// What the program says of the wrong example, line by line.
  var said: StyledText {
    switch saying {
    case .text(let text): return StyledText(text)
    case .findings(let findings):
      let renderer = DiagnosticRenderer(width: 96)
      return findings.reduce(into: StyledText()) { $0.append(renderer.render($1)) }
    }
  }
}

extension ErrorPages {
  /// The page of the message `id`, which has a part for each place where it comes up; `nil` when
  /// there is no such message.
  public static func page(of id: String) -> Page? {
    let pages = pages(of: id)
    guard !pages.isEmpty else { return nil }
    var result = Page()
    for (index, page) in pages.enumerated() {
      if index > 0 { result.append("\n") }
      result.append(page.page.text())
    }
    return result
  }

  /// All ids with what they stand for.
  public static var list: Page {
    var page = StyledText()
    let width = all.map(\.id.count).max() ?? 0
    for error in all {
      page.append(error.id, .code)
      page.append(String(repeating: " ", count: width - error.id.count + 2) + error.title + "\n")
    }
    return Page(page)
  }
}

extension ErrorPage.Subject {
  /// What stands above the wrong example.
  var heading: String {
    switch self {
    case .script: "Wrong"
    case .prompt: "Wrong, typed line by line"
    case .briefing: "A briefing"
    case .actors: "A file of actors"
    case .commandLine: "In the system's shell"
    }
  }
}

extension String {
  /// The text with one line end at its end.
  fileprivate var withLineEnd: String { hasSuffix("\n") ? self : self + "\n" }
}
