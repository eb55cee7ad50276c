import BriefScript
import BriefSource

extension SavedSession {
  /// The file: JSON Lines, one record a line, in UTF-8.
  ///
  /// The first names the format, then come the texts, each once, the settings, and the lines in
  /// their order; the last one counts the records, so that a file that was cut off is known.
  var bytes: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("brief-session", Self.format)
      json.member("program", program)
      json.member("saved", time)
      json.member("briefings", briefingCount)
      json.member("lines", lines.count { $0.origin == .typed })
    }
    json.endLine()
    var count = 1
    var known: Set<SHA256.Digest> = []
    var digests: [[String: SHA256.Digest]] = []
    for line in lines {
      var ofLine: [String: SHA256.Digest] = [:]
      for (path, bytes) in line.findings.files.sorted(by: { $0.key < $1.key }) {
        let digest = line.reads.last { $0.path == path && $0.byteCount == bytes.count }?.digest
        let known256 = digest ?? SHA256.digest(of: bytes)
        ofLine[path] = known256
        guard known.insert(known256).inserted else { continue }
        count += 1
        Self.write(text: bytes, path, known256, to: &json)
      }
      digests.append(ofLine)
    }
    for setting in settings {
      json.object { json in
        json.member("setting", setting.key)
        json.member("value", setting.value)
      }
      json.endLine()
      count += 1
    }
    for (line, digests) in zip(lines, digests) {
      Self.write(line, digests, to: &json)
      count += 1
    }
    json.object { $0.member("records", count) }
    json.endLine()
    return json.bytes
  }

  /// Writes a text; one that is not UTF-8 byte by byte, as the characters of Latin-1.
  private static func write(
    text bytes: [UInt8], _ path: String, _ digest: SHA256.Digest, to json: inout JSONWriter
  ) {
    json.object { json in
      json.member("path", path)
      json.member("sha256", digest.description)
      if let text = String(validating: bytes, as: UTF8.self) {
        json.member("text", text)
      } else {
        var text = String.UnicodeScalarView()
        for byte in bytes { text.append(Unicode.Scalar(byte)) }
        json.member("bytes", String(text))
      }
    }
    json.endLine()
  }

  private static func write(
    _ line: PromptLine, _ digests: [String: SHA256.Digest], to json: inout JSONWriter
  ) {
    json.object { json in
      json.member("line", line.text)
      if let number = line.number { json.member("number", number) }
      json.member("origin", line.origin.rawValue)
      json.member("outcome", line.outcome.rawValue)
      json.key("changes")
      json.value(line.changesSession)
      json.key("shows")
      json.value(line.showsTable)
      json.array("reads") { json in
        for entry in line.reads {
          json.object { json in
            json.member("path", entry.path)
            json.member("bytes", entry.byteCount)
            json.member("sha256", entry.digest.description)
          }
        }
      }
      json.array("writes") { json in
        for path in line.writes { json.value(path) }
      }
      json.object("found") { json in
        for (path, digest) in digests.sorted(by: { $0.key < $1.key }) {
          json.member(path, digest.description)
        }
      }
      json.object("listings") { json in
        for (path, files) in line.findings.listings.sorted(by: { $0.key < $1.key }) {
          json.array(path) { json in
            for file in files { json.value(file) }
          }
        }
      }
    }
    json.endLine()
  }
}
