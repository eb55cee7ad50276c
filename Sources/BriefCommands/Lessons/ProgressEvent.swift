import BriefSource

/// Something that happened while a lesson was played, as one line of a progress file has it.
public struct ProgressEvent: Hashable, Sendable {
  /// What happened.
  public enum Kind: String, CaseIterable, Sendable {
    /// The file is that of a learner, who is named.
    case learner
    /// A lesson was begun.
    case begun
    /// An answer was tried.
    case tried
    /// A hint was read.
    case hinted
    /// The solution was shown.
    case shown
    /// The exercise was left without an answer.
    case skipped
    /// The answer was right.
    case right
    /// The lesson came to its end.
    case finished
  }

  /// What happened.
  public let kind: Kind
  /// The name of the lesson, or of the learner.
  public let name: String
  /// The name of the exercise; empty where it is about none.
  public let exercise: String

  /// Creates an event.
  public init(_ kind: Kind, _ name: String, exercise: String = "") {
    self.kind = kind
    self.name = name
    self.exercise = exercise
  }
}

/// A line of a progress file: an event, its number, and a hash over it and all lines before.
///
///     {"v":1,"n":3,"event":"right","name":"01-first-words","exercise":"longest","sum":"…"}
///
/// The hash of a line covers that of the line before it, so that a line that is changed, taken out
/// or put in shows. Whoever knows how can write a whole new file: it is no proof.
struct ProgressLine {
  /// The version of the lines that this program writes.
  static let version = 1
  /// What the first line is hashed with.
  static let seed = "brief progress"
  /// How many digits of the hash are kept.
  static let digits = 16

  let number: Int
  let event: ProgressEvent
  /// The hash.
  let sum: String

  /// The line after the one whose hash is `previous`, with its line end.
  static func bytes(_ event: ProgressEvent, number: Int, after previous: String) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("v", version)
      json.member("n", number)
      json.member("event", event.kind.rawValue)
      json.member("name", event.name)
      if !event.exercise.isEmpty { json.member("exercise", event.exercise) }
    }
    let body = json.bytes.dropLast()
    return body + Array(",\"sum\":\"\(hash(body, after: previous))\"}\n".utf8)
  }

  /// The hash of a line whose bytes before it are `body`.
  static func hash(_ body: some Collection<UInt8>, after previous: String) -> String {
    String(SHA256.Digest(of: Array(previous.utf8) + Array(body)).description.prefix(digits))
  }

  /// Why a line is passed over.
  enum Refusal: Error {
    case malformed(String)
    case newer(version: Int)
  }

  /// Reads a line without its end; whether its hash fits the line before is ``follows(_:)``.
  init(_ bytes: ArraySlice<UInt8>) throws(Refusal) {
    let json: JSONValue
    do {
      json = try JSONReader.read(Array(bytes), nestingLimit: 4)
    } catch {
      throw .malformed("expected \(error.expected), found \(error.found)")
    }
    guard let version = json["v"]?.int else { throw .malformed("it has no version") }
    if version > Self.version { throw .newer(version: version) }
    guard let number = json["n"]?.int, let word = json["event"]?.string,
      let kind = ProgressEvent.Kind(rawValue: word), let name = json["name"]?.string,
      let sum = json["sum"]?.string
    else { throw .malformed("it is no line of a progress file") }
    let end = Array(",\"sum\":\"\(sum)\"}".utf8)
    guard sum.utf8.count == Self.digits, bytes.suffix(end.count).elementsEqual(end) else {
      throw .malformed("its hash does not stand at its end")
    }
    self.number = number
    self.sum = sum
    event = ProgressEvent(kind, name, exercise: json["exercise"]?.string ?? "")
    body = Array(bytes.dropLast(end.count))
  }

  private let body: [UInt8]

  /// Whether it was written after the line whose hash is `previous`, and is as it was written.
  func follows(_ previous: String) -> Bool { Self.hash(body, after: previous) == sum }
}
