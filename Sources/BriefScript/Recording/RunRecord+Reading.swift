import BriefSource

/// Why a file is no record that can be used.
public enum RunRecordError: Error, Hashable, Sendable {
  /// It is no JSON, or not the JSON of a record; the text says what is wrong and where.
  case malformed(String)
  /// It is JSON of something else.
  case noRecord
  /// It was written by a later version of the program.
  case newer(format: Int)
  /// It was changed after it had been written.
  case changed

  /// What is wrong, in one sentence without a full stop; `path` is where it was read from.
  public func message(_ path: String) -> String {
    switch self {
    case .malformed(let reason): "the record '\(path)' is damaged: \(reason)"
    case .noRecord: "'\(path)' is no record of a run"
    case .newer(let format):
      "the record '\(path)' has format \(format), and this program reads format "
        + "\(RunRecord.format)"
    case .changed: "the record '\(path)' is damaged: it was changed after it had been written"
    }
  }

  /// One way to mend it.
  public var help: String {
    switch self {
    case .noRecord: "`brief run --record FILE SCRIPT` writes one"
    case .newer: "use the version of brief that wrote it, or a later one"
    case .malformed, .changed: "write it anew with `brief run --record FILE --force SCRIPT`"
    }
  }
}

extension RunRecord {
  /// Reads a record as ``bytes`` writes it.
  ///
  /// - Throws: ``RunRecordError``. Linear in the number of bytes.
  public init(_ bytes: [UInt8]) throws(RunRecordError) {
    let json: JSONValue
    do {
      json = try JSONReader.read(bytes)
    } catch {
      let line = bytes.prefix(error.offset).count { $0 == 0x0A } + 1
      throw .malformed("expected \(error.expected) on line \(line), found \(error.found)")
    }
    guard json["record"]?.string == Self.title, let format = json["format"]?.int else {
      throw .noRecord
    }
    if format > Self.format { throw .newer(format: format) }
    guard let digest = json["sha256"]?.string.flatMap({ SHA256.Digest($0) }) else {
      throw .malformed("its hash is missing")
    }
    let end = Array(Self.lastLine(digest).utf8)
    guard bytes.suffix(end.count).elementsEqual(end),
      SHA256.Digest(of: Array(bytes.dropLast(end.count))) == digest
    else { throw .changed }
    let reader = MemberReader(value: json, name: "the record")
    self.init(
      program: try reader["program"].string(),
      model: try reader["model"].digest(), script: try reader["script"].file())
    edition = try reader["edition"].int()
    modules = try reader["modules"].list { reader throws(RunRecordError) in try reader.file() }
    for member in try reader["parameters"].object().members {
      parameters[member.name] = try MemberReader(value: member.value, name: member.name).string()
    }
    files = try reader["files"].list { reader throws(RunRecordError) in try reader.string() }
    texts = try reader["texts"].list { reader throws(RunRecordError) in try reader.file() }
    results = try reader["written"].list { reader throws(RunRecordError) in try reader.file() }
    answers = try reader["answers"].list { reader throws(RunRecordError) in try reader.answer() }
    assertions = try reader["assertions"].list { reader throws(RunRecordError) in
      Assertion(statement: try reader.statement(), count: try reader["times"].int())
    }
  }
}

/// A value of a record that has to be of some kind.
private struct MemberReader {
  let value: JSONValue?
  /// How it is called in messages.
  let name: String

  subscript(member: String) -> MemberReader {
    MemberReader(value: value?[member], name: member)
  }

  private func require<T>(_ found: T?, _ expected: String) throws(RunRecordError) -> T {
    guard let found else {
      throw .malformed("'\(name)' wants \(expected), found \(value?.phrase ?? "nothing")")
    }
    return found
  }

  func string() throws(RunRecordError) -> String { try require(value?.string, "a string") }

  func int() throws(RunRecordError) -> Int { try require(value?.int, "a number") }

  func object() throws(RunRecordError) -> JSONObject { try require(value?.object, "an object") }

  func digest() throws(RunRecordError) -> SHA256.Digest {
    try require(value?.string.flatMap { SHA256.Digest($0) }, "a hash")
  }

  func list<T>(
    _ element: (MemberReader) throws(RunRecordError) -> T
  ) throws(RunRecordError) -> [T] {
    var elements: [T] = []
    for value in try require(value?.array, "an array") {
      elements.append(try element(MemberReader(value: value, name: name)))
    }
    return elements
  }

  func file() throws(RunRecordError) -> FileLedger.Entry {
    FileLedger.Entry(
      path: try self["path"].string(), byteCount: try self["bytes"].int(),
      digest: try self["sha256"].digest())
  }

  func statement() throws(RunRecordError) -> RunRecord.Statement {
    RunRecord.Statement(
      module: value?["module"]?.string, line: try self["line"].int(),
      text: try self["statement"].string())
  }

  func answer() throws(RunRecordError) -> RunRecord.Answer {
    let result = try require(value?["result"], "a result")
    var json = JSONWriter()
    json.value(result)
    return RunRecord.Answer(
      statement: try statement(), kind: try self["kind"].string(), json: json.text,
      digest: try self["sha256"].digest())
  }
}
