import BriefScript
import BriefSource

extension HelpPage {
  /// What can be said of a function, or of a figure of a group.
  private struct Entry {
    let usage: String
    let summary: String
    let example: String

    init(_ function: FunctionDeclaration) {
      usage = function.usage
      summary = function.summary
      example = "print (\(function.example))"
    }

    init(_ figure: AggregateDeclaration) {
      usage = figure.usage
      summary = figure.summary
      example = "group … [ \(figure.example) ]"
    }
  }

  /// The functions of formulas and the figures of groups.
  static func functions() -> StyledText {
    var page = StyledText()
    list("Functions", FunctionDeclaration.all.map(Entry.init), &page)
    list("Figures, in the brackets of group", AggregateDeclaration.all.map(Entry.init), &page)
    page.append("\nhelp FUNCTION shows an example. A formula stands after where, derive and ")
    page.append("in brackets, as in ")
    page.append("print (round(2 / 3, 2))", .code)
    page.append("\n")
    return page
  }

  private static func list(_ title: String, _ entries: [Entry], _ page: inout StyledText) {
    page.append(title + "\n", .heading)
    let width = entries.map(\.usage.count).max() ?? 0
    for entry in entries {
      page.append("  ")
      page.append(entry.usage, .code)
      page.append(
        String(repeating: " ", count: width - entry.usage.count + 2) + entry.summary + "\n")
    }
  }

  /// The functions and figures called `name`, or `nil` when there are none.
  static func function(_ name: String) -> StyledText? {
    let entries =
      FunctionDeclaration.all.filter { $0.name == name }.map(Entry.init)
      + AggregateDeclaration.all.filter { $0.name == name }.map(Entry.init)
    if entries.isEmpty { return nil }
    var page = StyledText()
    for entry in entries {
      page.append(entry.usage, .code)
      page.append("  \(entry.summary)\n      ")
      page.append(entry.example + "\n", .dim)
    }
    return page
  }
}
