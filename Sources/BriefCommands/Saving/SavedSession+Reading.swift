import BriefScript
import BriefSource

/// Why a saved session cannot be brought back.
enum SavedSessionError: Error {
  /// It is damaged, first at this line of the file.
  case damaged(line: Int, reason: String)
  /// A later version of the program has written it.
  case newer(format: Int)
}

extension SavedSession {
  /// Reads the bytes of a file.
  ///
  /// Every text is compared with its hash. Linear in the number of bytes.
  ///
  /// - Throws: ``SavedSessionError``.
  init(_ bytes: [UInt8]) throws(SavedSessionError) {
    var reader = SavedSessionReader(bytes)
    self = try reader.session()
  }

  /// Reads only what the first line says; the lines are missing.
  ///
  /// - Throws: ``SavedSessionError``.
  init(heading bytes: [UInt8]) throws(SavedSessionError) {
    var reader = SavedSessionReader(bytes)
    self = try reader.heading()
  }
}

/// Reads the records of a saved session one after the other.
private struct SavedSessionReader {
  private var lines: [ArraySlice<UInt8>]
  private let endsInLine: Bool
  /// The number of the line of the file that was read last, from 1.
  private var number = 0
  private var texts: [String: [UInt8]] = [:]

  init(_ bytes: [UInt8]) {
    lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    endsInLine = bytes.last == 0x0A
    if endsInLine { lines.removeLast() }
  }

  private mutating func next() throws(SavedSessionError) -> JSONValue? {
    guard number < lines.count else { return nil }
    let bytes = Array(lines[number])
    number += 1
    do {
      return try JSONReader.read(bytes)
    } catch {
      throw damaged(error.description)
    }
  }

  private func damaged(_ reason: String) -> SavedSessionError {
    .damaged(line: max(1, number), reason: reason)
  }

  mutating func heading() throws(SavedSessionError) -> SavedSession {
    guard let first = try next(), let format = first["brief-session"]?.int else {
      throw damaged("expected a record with 'brief-session'")
    }
    guard format <= SavedSession.format else { throw .newer(format: format) }
    return SavedSession(
      time: try text(first, "saved"), program: try text(first, "program"),
      briefingCount: first["briefings"]?.int ?? 0, lines: [], settings: [])
  }

  mutating func session() throws(SavedSessionError) -> SavedSession {
    var session = try heading()
    while let record = try next() {
      if let count = record["records"]?.int {
        guard count == number - 1, number == lines.count, endsInLine else {
          throw damaged("expected \(count) records before the last, found \(number - 1)")
        }
        return session
      } else if record["sha256"] != nil {
        try read(text: record)
      } else if record["setting"] != nil {
        session.settings.append((try text(record, "setting"), try text(record, "value")))
      } else {
        session.lines.append(try line(record))
      }
    }
    throw damaged("the end is missing: the last record counts the others")
  }

  private func text(_ record: JSONValue, _ name: String) throws(SavedSessionError) -> String {
    guard let text = record[name]?.string else { throw damaged("expected a string '\(name)'") }
    return text
  }

  private mutating func read(text record: JSONValue) throws(SavedSessionError) {
    let digest = try text(record, "sha256")
    var bytes: [UInt8] = []
    if let text = record["text"]?.string {
      bytes = Array(text.utf8)
    } else {
      for scalar in try text(record, "bytes").unicodeScalars {
        guard let byte = UInt8(exactly: scalar.value) else {
          throw damaged("expected characters of Latin-1")
        }
        bytes.append(byte)
      }
    }
    guard SHA256.digest(of: bytes).description == digest else {
      throw damaged("the text is not the one that was saved: its hash differs")
    }
    texts[digest] = bytes
  }

  private func line(_ record: JSONValue) throws(SavedSessionError) -> PromptLine {
    guard let origin = PromptLine.Origin(rawValue: try text(record, "origin")),
      let outcome = PromptLine.Outcome(rawValue: try text(record, "outcome"))
    else { throw damaged("expected a known 'origin' and 'outcome'") }
    var line = PromptLine(
      try text(record, "line"), origin: origin, number: record["number"]?.int)
    line.outcome = outcome
    line.changesSession = record["changes"]?.bool ?? false
    line.showsTable = record["shows"]?.bool ?? false
    for entry in record["reads"]?.array ?? [] {
      guard let digest = SHA256.Digest(try text(entry, "sha256")) else {
        throw damaged("expected a hash 'sha256'")
      }
      line.reads.append(
        FileLedger.Entry(
          path: try text(entry, "path"), byteCount: entry["bytes"]?.int ?? 0, digest: digest))
    }
    line.writes = (record["writes"]?.array ?? []).compactMap(\.string)
    for member in record["found"]?.object?.members ?? [] {
      guard let bytes = texts[member.value.string ?? ""] else {
        throw damaged("the text of '\(member.name)' is missing")
      }
      line.findings.files[member.name] = bytes
    }
    for member in record["listings"]?.object?.members ?? [] {
      line.findings.listings[member.name] = (member.value.array ?? []).compactMap(\.string)
    }
    return line
  }
}
