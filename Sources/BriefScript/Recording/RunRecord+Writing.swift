import BriefSource

extension RunRecord {
  /// The record as a file: JSON to be read and compared line by line, whose last member is the hash
  /// of all that stands before it.
  ///
  /// Linear in its size.
  public var bytes: [UInt8] {
    var members = [
      member("record") { $0.value(Self.title) }, member("format") { $0.value(Self.format) },
      member("program") { $0.value(program) },
      member("model") { $0.value(model.description) }, member("edition") { $0.value(edition) },
      member("script") { $0.value(file: script) }, list("modules", modules.map(line)),
    ]
    members.append(
      block(
        "parameters", "{", "}",
        parameters.sorted { $0.key < $1.key }.map { name, value in
          line { json in
            json.key(name)
            json.value(value)
          }
        }))
    members += [
      list("files", files.map { path in line { $0.value(path) } }),
      list("texts", texts.map(line)), list("written", results.map(line)),
      list("answers", answers.map(text)), list("assertions", assertions.map(line)),
    ]
    let body = "{\n" + members.map { "  " + $0 + ",\n" }.joined()
    let digest = SHA256.Digest(of: Array(body.utf8))
    return Array((body + Self.lastLine(digest)).utf8)
  }

  /// What tells a record from other JSON.
  static let title = "brief run"

  /// The end of a record whose lines before have this hash.
  static func lastLine(_ digest: SHA256.Digest) -> String { "  \"sha256\":\"\(digest)\"\n}\n" }

  private func line(_ body: (inout JSONWriter) -> Void) -> String {
    var json = JSONWriter()
    body(&json)
    return json.text
  }

  private func line(_ file: FileLedger.Entry) -> String { line { $0.value(file: file) } }

  private func line(_ assertion: Assertion) -> String {
    line { json in
      json.object { json in
        json.members(of: assertion.statement)
        json.member("times", assertion.count)
      }
    }
  }

  private func text(_ answer: Answer) -> String {
    let head = line { json in
      json.object { json in
        json.members(of: answer.statement)
        json.member("kind", answer.kind)
        json.member("sha256", answer.digest.description)
      }
    }
    let result = answer.json.split(separator: "\n").joined(separator: "\n      ")
    return head.dropLast() + ",\n      \"result\":" + result + "}"
  }

  private func member(_ name: String, _ body: (inout JSONWriter) -> Void) -> String {
    line { json in
      json.key(name)
      body(&json)
    }
  }

  private func list(_ name: String, _ elements: [String]) -> String {
    block(name, "[", "]", elements)
  }

  private func block(
    _ name: String, _ open: String, _ close: String, _ lines: [String]
  ) -> String {
    let key = "\"\(name)\":"
    if lines.isEmpty { return key + open + close }
    return key + open + "\n    " + lines.joined(separator: ",\n    ") + "\n  " + close
  }
}

extension JSONWriter {
  fileprivate mutating func value(file: FileLedger.Entry) {
    object { json in
      json.member("path", file.path)
      json.member("bytes", file.byteCount)
      json.member("sha256", file.digest.description)
    }
  }

  fileprivate mutating func members(of statement: RunRecord.Statement) {
    if let module = statement.module { member("module", module) }
    member("line", statement.line)
    member("statement", statement.text)
  }
}
