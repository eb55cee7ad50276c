extension JSONWriter {
  /// Writes a finding as an object: file, id, severity, message, range, labels and help.
  ///
  /// Places are counted in Unicode code points of the unmodified file: `start` and `end` from 0,
  /// half-open; lines and columns from 1. What a finding has not is `null`.
  public mutating func value(_ diagnostic: Diagnostic) {
    object { json in
      json.member("file", diagnostic.source?.name)
      json.member("id", diagnostic.id)
      json.member("severity", diagnostic.severity.rawValue)
      json.member("message", diagnostic.message)
      json.key("range")
      json.value(diagnostic.range, of: diagnostic.source)
      json.array("labels") { json in
        for label in diagnostic.labels {
          json.object { json in
            json.member("message", label.message)
            json.key("range")
            json.value(label.range, of: diagnostic.source)
          }
        }
      }
      json.member("help", diagnostic.help)
    }
  }

  private mutating func value(_ range: TextRange?, of source: Source?) {
    guard let source, let range else { return null() }
    let scalars = source.scalarRange(range)
    object { json in
      json.member("start", scalars.lowerBound)
      json.member("end", scalars.upperBound)
      json.member("line", source.lineNumber(at: range.start))
      json.member("column", source.column(at: range.start))
      json.member("end_line", source.lineNumber(at: range.end))
      json.member("end_column", source.column(at: range.end))
    }
  }
}
