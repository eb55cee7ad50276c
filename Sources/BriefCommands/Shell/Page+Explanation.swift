import BriefScript
import BriefSource

extension Page {
  /// The reasoning of `explanation`, with its evidence under carets.
  static func explaining(_ explanation: Explanation) -> Page {
    var page = Page(explanation.title + "\n", .strong)
    for step in explanation.steps {
      page.append("  · ", .dim)
      page.append(step + "\n")
    }
    if let source = explanation.source, !explanation.evidence.isEmpty {
      page.append("\n")
      page.append("  --> \(source.name)\n", .dim)
      page.append(explanation.evidence, of: source)
    }
    return page
  }
}
