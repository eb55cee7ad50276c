import BriefSource

/// A page of HTML that can be sent and opened anywhere: it refers to nothing, runs nothing, and
/// forbids the browser to load anything.
///
/// Every character of a value is shown as it is. A row of a table has its number and, where it
/// stands in a text, the file and line as a link target of its own; numbers stand at the right.
struct HTMLWriter: ValueWriter {
  func write(_ value: Value, to bytes: inout [UInt8]) {
    let body: String
    switch value {
    case .nothing: return
    case .table(let table): body = self.body(of: table)
    case .record(let record): body = self.body(of: record.asTable)
    case .list(let elements):
      body =
        "<ul>\n" + elements.map { "<li>\(Self.escaped($0.cellText))</li>\n" }.joined() + "</ul>\n"
    case .page(let page): body = "<pre>\(Self.escaped(page.plain))</pre>\n"
    default: body = "<p>\(Self.escaped(value.cellText))</p>\n"
    }
    bytes.append(contentsOf: (Self.head + body + "</body>\n</html>\n").utf8)
  }

  private static let head = """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <meta name="viewport" content="width=device-width">
    <title>brief</title>
    <style>
    body { font: 1rem/1.5 serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; }
    table { border-collapse: collapse; }
    th, td { border-bottom: 1px solid; padding: .3rem .6rem; text-align: left; vertical-align: top; }
    .n { text-align: right; }
    cite { font-style: normal; white-space: nowrap; }
    </style>
    </head>
    <body>

    """

  private func body(of table: Table) -> String {
    let columns = table.type.columns
    let citesPlaces = (0..<table.count).contains { table.place(of: $0) != nil }
    // A column of places cites already.
    let addsCitation = citesPlaces && !columns.contains { $0.type == .place }
    var html = "<table>\n<thead>\n<tr><th class=\"n\" scope=\"col\">#</th>"
    for column in columns {
      html += column.type.isNumeric ? "<th class=\"n\" scope=\"col\">" : "<th scope=\"col\">"
      html += Self.escaped(column.name) + "</th>"
    }
    if addsCitation { html += "<th scope=\"col\">source</th>" }
    html += "</tr>\n</thead>\n<tbody>\n"
    for row in 0..<table.count {
      html += "<tr id=\"row-\(row + 1)\"><td class=\"n\">\(row + 1)</td>"
      for (index, column) in columns.enumerated() {
        html += column.type.isNumeric ? "<td class=\"n\">" : "<td>"
        let cell = table[row, index]
        if case .place = cell {
          html += "<cite>\(Self.escaped(cell.cellText))</cite></td>"
        } else {
          html += Self.escaped(cell.cellText) + "</td>"
        }
      }
      if addsCitation {
        let place = table.place(of: row)?.citation ?? ""
        html += "<td><cite>\(Self.escaped(place))</cite></td>"
      }
      html += "</tr>\n"
    }
    let count = table.count == 1 ? "1 row" : "\(table.count) rows"
    return html + "</tbody>\n</table>\n<p>\(count)</p>\n"
  }

  /// `text` so that a browser shows it as it is; line ends stay, what would drive a reader is shown.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in DisplayText.harmless(text, keepingLineEnds: true).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
