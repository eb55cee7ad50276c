/// Writes a diagnostic for a person: what, where with carets, and the way out.
///
///     error[unknown-column]: no column 'spaeker' after 'quotes'
///       --> weekly.brief:3:16
///     3 | quotes | where spaeker == "Andrabi"
///       |                ^^^^^^^ columns: quote, speaker, cue, place
///     help: did you mean 'speaker'?
public struct DiagnosticRenderer: Sendable {
  private let excerpt: SourceExcerpt

  /// Creates a renderer for excerpts of at most `width` cells.
  public init(width: Int = 100) { excerpt = SourceExcerpt(width: width) }

  /// The text of one diagnostic, ending with a line end.
  public func render(_ diagnostic: Diagnostic) -> StyledText {
    let role: StyledText.Role =
      switch diagnostic.severity {
      case .error: .error
      case .warning: .warning
      case .note: .note
      }
    var result = StyledText("\(diagnostic.severity.rawValue)[\(diagnostic.id)]", role)
    result.append(": \(diagnostic.message)\n", .strong)
    if let source = diagnostic.source {
      if let range = diagnostic.range {
        let line = source.lineNumber(at: range.start)
        result.append("  --> \(source.name):\(line):\(source.column(at: range.start))\n", .dim)
        var marks = [SourceExcerpt.Mark(range, "", role: role)]
        for label in diagnostic.labels {
          if label.range == range {
            marks[0] = SourceExcerpt.Mark(range, label.message, role: role)
          } else {
            marks.append(SourceExcerpt.Mark(label.range, label.message, role: .note))
          }
        }
        result.append(excerpt.render(marks, of: source))
      } else {
        result.append("  --> \(source.name)\n", .dim)
      }
    }
    if let help = diagnostic.help {
      result.append("help", .help)
      result.append(": \(help)\n")
    }
    return result
  }
}
