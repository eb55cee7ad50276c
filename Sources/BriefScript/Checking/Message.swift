import BriefSource

/// What is said of one mistake, without its place: a stable id, one sentence, and a way to mend it.
///
/// Names stand in single quotation marks, what is to be typed between backquotes.
struct Message {
  let id: String
  var severity = Diagnostic.Severity.error
  let text: String
  /// What is said at the place itself.
  var label: String?
  var help: String?

  init(
    _ id: String, _ text: String, label: String? = nil, help: String? = nil,
    severity: Diagnostic.Severity = .error
  ) {
    self.id = id
    self.severity = severity
    self.text = text
    self.label = label
    self.help = help
  }

  func diagnostic(
    in source: Source, at range: TextRange, labels: [Diagnostic.Label] = []
  ) -> Diagnostic {
    Diagnostic(
      id: id, severity: severity, text, source: source, range: range,
      labels: (label.map { [Diagnostic.Label(range, $0)] } ?? []) + labels, help: help)
  }

  /// `text` in quotation marks, cut where it is long.
  static func quoted(_ text: String) -> String {
    text.unicodeScalars.count > 40
      ? "'\(String(text.unicodeScalars.prefix(40)))…'" : "'\(text)'"
  }

  /// `names` with commas between them, at most `limit` of them.
  static func list(_ names: [String], limit: Int = 16) -> String {
    guard names.count > limit else { return names.joined(separator: ", ") }
    return names.prefix(limit).joined(separator: ", ") + " and \(names.count - limit) more"
  }

  /// The question whether the nearest name was meant, or the names there are.
  static func suggestion(_ nearest: String?, else names: String?) -> String? {
    nearest.map { "did you mean '\($0)'?" } ?? names
  }
}
