import BriefSource

/// What a run of a script came to, and all that it depended on.
///
/// It holds no time of day and no path but those that were given, so that the same run makes the
/// same record, byte for byte.
public struct RunRecord: Sendable {
  /// A statement and where it stands.
  public struct Statement: Hashable, Sendable {
    /// The path of its module; `nil` when it stands in the script itself.
    public let module: String?
    /// Its line, from 1.
    public let line: Int
    /// What is written there, each stretch of space as one space.
    public let text: String
  }

  /// A result that a statement printed.
  public struct Answer: Hashable, Sendable {
    /// The statement.
    public let statement: Statement
    /// What it is: `table`, `text`, `int`.
    public let kind: String
    /// The result as ``OutputFormat/json`` has it, without the last line end.
    public let json: String
    /// The hash of ``json``.
    public let digest: SHA256.Digest
  }

  /// An assertion that held.
  public struct Assertion: Hashable, Sendable {
    /// Its condition.
    public let statement: Statement
    /// How often it was asked.
    public var count: Int
  }

  /// The version of the format of records that this program writes and reads.
  public static let format = 1
  /// The edition of the language that this program runs.
  public static let edition = 1

  /// The version of the program.
  public var program: String
  /// What the program knows: the hash of its model and its lists.
  public var model: SHA256.Digest
  /// The edition of the language.
  public var edition = Self.edition
  /// The script.
  public var script: FileLedger.Entry
  /// The modules it uses, in the order in which they are read.
  public var modules: [FileLedger.Entry] = []
  /// The values given for its parameters, as they were typed, by their names.
  public var parameters: [String: String] = [:]
  /// The files and directories named beside the script.
  public var files: [String] = []
  /// The texts that were read, in the order of reading.
  public var texts: [FileLedger.Entry] = []
  /// The files that were written, in the order of writing.
  public var results: [FileLedger.Entry] = []
  /// What was printed, in its order.
  public var answers: [Answer] = []
  /// What was asserted, in the order in which it was first asked.
  public var assertions: [Assertion] = []

  /// Creates the record of a run in which nothing has happened yet.
  public init(program: String, model: SHA256.Digest, script: FileLedger.Entry) {
    self.program = program
    self.model = model
    self.script = script
  }
}
