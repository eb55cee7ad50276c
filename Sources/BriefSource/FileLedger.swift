/// The files that a run reads and writes, each with its size and its hash.
///
/// Whoever reads a file hands its bytes in; so what is noted is what was read, whatever becomes of
/// the file. Paths are kept as they were given. A ledger is owned by one thread.
public final class FileLedger {
  /// What a file is to the run.
  public enum Role: Sendable {
    /// The script itself.
    case script
    /// A module that the script uses.
    case module
    /// What the script works on: a briefing, a list of actors, a table.
    case text
    /// What the run has written.
    case result
  }

  /// A file as it was when it was read or written.
  public struct Entry: Hashable, Sendable {
    /// Its path as it was given.
    public let path: String
    /// How many bytes it has.
    public let byteCount: Int
    /// The hash of its bytes.
    public let digest: SHA256.Digest

    /// Creates an entry.
    public init(path: String, byteCount: Int, digest: SHA256.Digest) {
      self.path = path
      self.byteCount = byteCount
      self.digest = digest
    }
  }

  /// What was found where: the bytes of files by their paths, and the files that directories and
  /// patterns stood for.
  public struct Findings: Sendable {
    /// The bytes of each file that was read, by its path as it was given.
    public var files: [String: [UInt8]] = [:]
    /// The files that a directory or a pattern stood for, in their order.
    public var listings: [String: [String]] = [:]

    /// Creates findings without any file.
    public init() {}
  }

  /// Whether nothing is to be written: what would be is noted only.
  public let isRehearsal: Bool
  /// Whether the bytes of what is read are kept in ``findings``.
  public let isKeeping: Bool
  /// What stands for the files themselves, whatever is on the disk by now.
  public let given: Findings
  /// What was found, when it is kept.
  public private(set) var findings = Findings()
  private var noted: [Role: [Entry]] = [:]

  /// Creates an empty ledger.
  public init(isRehearsal: Bool = false, isKeeping: Bool = false, given: Findings = Findings()) {
    self.isRehearsal = isRehearsal
    self.isKeeping = isKeeping
    self.given = given
  }

  /// The files of a role in the order in which they were first read or written; one that was read
  /// twice and had changed meanwhile stands there twice.
  public func entries(_ role: Role) -> [Entry] { noted[role] ?? [] }

  /// Notes a file and what was in it.
  ///
  /// Linear in the number of bytes and of files noted.
  public func note(_ role: Role, _ path: String, _ bytes: [UInt8]) {
    let entry = Entry(path: path, byteCount: bytes.count, digest: .init(of: bytes))
    if noted[role]?.contains(entry) != true { noted[role, default: []].append(entry) }
    if isKeeping, role != .result { findings.files[path] = bytes }
  }

  /// Notes the files that a directory or a pattern stood for.
  public func note(listing path: String, _ files: [String]) {
    if isKeeping { findings.listings[path] = files }
  }
}

extension SHA256.Digest {
  /// The hash of `bytes`.
  public init(of bytes: [UInt8]) { self = SHA256.digest(of: bytes) }
}
