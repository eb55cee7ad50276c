import BriefSource

/// A readable file that says things of a text beside it, and never changes the text.
///
///     brief fixes 1
///     text: harbour-ministry-week-1.txt
///     sha256: 5f3c…
///     # what ⇥ start ⇥ end ⇥ value ⇥ by ⇥ words
///     speaker ⇥ 1204 ⇥ 1260 ⇥ Ilena Varnaky ⇥ Mira ⇥ “any Corsavan delegation …”
///
/// Offsets are Unicode code points of the text; fields are separated by tabs, and tabs, line ends and
/// backslashes in them are written `\t`, `\n` and `\\`. Lines that cannot be read are reported and
/// kept where they are, so that nothing that somebody wrote is lost.
public struct Standoff<Row: StandoffRow>: Sendable {
  /// One line under the head.
  private enum Line: Sendable {
    case row(Row)
    /// A remark, or what could not be read.
    case kept(String)
  }

  /// The text's file, without its directory.
  public let text: String
  /// The hash of the text in UTF-8.
  public private(set) var digest: SHA256.Digest
  /// Who wrote it, where it says so.
  public let author: String?
  /// What is wrong with lines that could not be read, each with its place.
  public private(set) var problems: [Diagnostic] = []
  private var lines: [Line]

  /// The version of the form that is written.
  public static var version: Int { 1 }

  /// Creates a file without rows for `source`.
  ///
  /// Linear in the length of the text.
  public init(for source: Source, author: String? = nil) {
    text = Self.fileName(source.name)
    digest = SHA256.Digest(of: source.bytes)
    self.author = author.map(Self.singleLine)
    lines = [.kept("# " + Row.fields.joined(separator: "\t"))]
  }

  /// Reads `file`.
  ///
  /// - Throws: ``StandoffError`` when it is no such file, or of a later version.
  public init(reading file: Source) throws(StandoffError) {
    var head: [String: String] = [:]
    var number = 0
    var lines: [Line] = []
    var problems: [Diagnostic] = []
    for index in 0..<file.lines.count {
      let range = file.lineRange(index)
      let line = file[range]
      number += 1
      if number == 1 {
        let words = line.split(separator: " ").map(String.init)
        guard words.count == 3, words[0] == "brief", words[1] == Row.fileKind,
          let version = Int(words[2])
        else {
          throw .otherKind(
            path: file.name, expected: Row.fileKind, found: String(line.prefix(40)))
        }
        guard version <= Self.version else {
          throw .newer(path: file.name, version: words[2])
        }
        continue
      }
      if lines.isEmpty, let (name, value) = Self.headLine(line) {
        head[name] = value
        continue
      }
      if line.isEmpty, index == file.lines.count - 1 { continue }
      if line.isEmpty || line.hasPrefix("#") {
        lines.append(.kept(line))
        continue
      }
      do throws(StandoffFieldError) {
        lines.append(.row(try Row(fields: Self.fields(of: line))))
      } catch {
        lines.append(.kept(line))
        problems.append(
          Diagnostic(
            id: "damaged-line", severity: .warning,
            "this line of \(Row.fileKind) cannot be read: \(error.message)", source: file,
            range: range, help: "the line is kept as it is and counts as nothing; mend or delete it"
          ))
      }
    }
    guard let text = head["text"] else {
      throw .brokenHead(path: file.name, expected: "text: NAME")
    }
    guard let digest = head["sha256"].flatMap(SHA256.Digest.init) else {
      throw .brokenHead(path: file.name, expected: "sha256: 64 hexadecimal digits")
    }
    self.text = text
    self.digest = digest
    author = head["by"]
    self.lines = lines
    self.problems = problems
  }

  /// The rows, in the order of the file.
  public var rows: [Row] {
    lines.compactMap { if case .row(let row) = $0 { row } else { nil } }
  }

  /// Adds a row at the end.
  public mutating func append(_ row: Row) { lines.append(.row(row)) }

  /// Takes out the rows of which `isRemoved` says so. Linear in the number of lines.
  public mutating func removeRows(where isRemoved: (Row) -> Bool) {
    lines.removeAll { if case .row(let row) = $0 { isRemoved(row) } else { false } }
  }

  /// Takes out the row at `position` among ``rows``; does nothing when there is none.
  public mutating func removeRow(at position: Int) {
    var left = position
    for index in lines.indices {
      guard case .row = lines[index] else { continue }
      if left == 0 {
        lines.remove(at: index)
        return
      }
      left -= 1
    }
  }

  /// The same file for another state of its text, with `rows` in the places of its own, in their
  /// order. Linear in the length of the text and the number of lines.
  public func moved(to source: Source, rows: [Row]) -> Standoff {
    var moved = self
    moved.digest = SHA256.Digest(of: source.bytes)
    var next = rows.makeIterator()
    for index in moved.lines.indices {
      if case .row = moved.lines[index], let row = next.next() { moved.lines[index] = .row(row) }
    }
    return moved
  }

  /// Whether it was made for the text of `source` as it is. Linear in the length of the text.
  public func isMade(for source: Source) -> Bool { digest == SHA256.Digest(of: source.bytes) }

  /// The whole file, with a line end after each line.
  public var bytes: [UInt8] {
    var written = ["brief \(Row.fileKind) \(Self.version)", "text: \(text)", "sha256: \(digest)"]
    if let author { written.append("by: \(author)") }
    for line in lines {
      switch line {
      case .kept(let text): written.append(text)
      case .row(let row):
        written.append(row.fieldValues.map(Self.escaped).joined(separator: "\t"))
      }
    }
    return Array((written.joined(separator: "\n") + "\n").utf8)
  }

  private static func fileName(_ path: String) -> String {
    singleLine(path.split(separator: "/").last.map(String.init) ?? path)
  }

  /// `text` without what would end its line.
  private static func singleLine(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.value >= 0x20 }))
  }

  private static func headLine(_ line: String) -> (name: String, value: String)? {
    guard let colon = line.firstIndex(of: ":") else { return nil }
    let name = String(line[..<colon])
    guard ["text", "sha256", "by"].contains(name) else { return nil }
    return (name, String(line[line.index(after: colon)...].drop { $0 == " " }))
  }

  private static func fields(of line: String) -> [String] {
    line.split(separator: "\t", omittingEmptySubsequences: false).map { field in
      var result = ""
      var isEscaped = false
      for scalar in field.unicodeScalars {
        if isEscaped {
          result.unicodeScalars.append(scalar == "t" ? "\t" : scalar == "n" ? "\n" : scalar)
          isEscaped = false
        } else if scalar == "\\" {
          isEscaped = true
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
      return result
    }
  }

  private static func escaped(_ field: String) -> String {
    var result = ""
    for scalar in field.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case "\t": result += "\\t"
      case "\n": result += "\\n"
      case "\r": continue
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
