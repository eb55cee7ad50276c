import BriefScript
import BriefSource

extension Manual {
  static let functionIntroduction = """
    Functions stand in formulas, figures in the brackets of `group`. A `?` marks what may be left \
    out.


    """

  /// The functions, then the figures.
  var functionSections: String {
    var text = "## Functions\n\n| Function | |\n| --- | --- |\n"
    for function in FunctionDeclaration.all {
      text +=
        "| \(MarkdownSpan.cell(code: function.usage)) | gives \(function.resultDescription): "
        + "\(Self.cell(function.summary)); \(MarkdownSpan.cell(code: function.example)) is "
        + "\(MarkdownSpan.cell(code: function.exampleResult)) |\n"
    }
    text += "\n## Figures\n\n| Figure | |\n| --- | --- |\n"
    for figure in AggregateDeclaration.all {
      text +=
        "| \(MarkdownSpan.cell(code: figure.usage)) | \(Self.cell(figure.summary)); as in "
        + "\(MarkdownSpan.cell(code: figure.example)) |\n"
    }
    return text
  }

  static let typeIntroduction = """
    The words for types stand after a colon, as in `let least: int = 10`. Nothing is converted but \
    an int where a number is wanted.


    """

  /// The types.
  var typeSections: String {
    var text = "## Types\n\n| Type | |\n| --- | --- |\n"
    for type in TypeDescription.all {
      text +=
        "| \(MarkdownSpan.cell(code: type.name)) | \(Self.cell(type.purpose)) "
        + "Use: \(Self.cell(type.operations)). Such as \(MarkdownSpan.cell(code: type.example)). |\n"
    }
    return text
  }

  static let errorIntroduction = wrapped(
    "Every message has an id, which stands in brackets before it and never changes its meaning. "
      + "`brief explain-error` and `help` with an id show its page.")

  /// The messages, each with an example, what is said of it, and the example mended.
  var errorSections: String {
    var text = ""
    for page in ErrorPages.all {
      text +=
        "\n## \(page.id)\n\n\(page.title.prefix(1).uppercased() + page.title.dropFirst()).\n\n"
      text += Self.wrapped(page.explanation)
      text += "\n\(page.subject.heading):\n\n" + Self.code(page.wrong)
      text += "\nWhat the program says:\n\n" + Self.code(page.said.plain)
      text += "\nMended:\n\n" + Self.code(page.right)
    }
    return text
  }

  /// A summary in a table: its own code spans stay, a bar parts no cells.
  private static func cell(_ text: String) -> String {
    text.replacing("|", with: "\\|").replacing("<", with: "\\<")
  }

  private static func code(_ text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.map { $0.isEmpty ? "\n" : "    \($0)\n" }.joined()
  }
}
