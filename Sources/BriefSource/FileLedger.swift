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

  /// Whether nothing is to be written: what would be is noted only.
  public let isRehearsal: Bool
  private var noted: [Role: [Entry]] = [:]

  /// Creates an empty ledger.
  public init(isRehearsal: Bool = false) { self.isRehearsal = isRehearsal }

  /// The files of a role in the order in which they were first read or written; one that was read
  /// twice and had changed meanwhile stands there twice.
  public func entries(_ role: Role) -> [Entry] { noted[role] ?? [] }

  /// Notes a file and what was in it.
  ///
  /// Linear in the number of bytes and of files noted.
  public func note(_ role: Role, _ path: String, _ bytes: [UInt8]) {
    let entry = Entry(path: path, byteCount: bytes.count, digest: .init(of: bytes))
    if noted[role]?.contains(entry) != true { noted[role, default: []].append(entry) }
  }
}

extension SHA256.Digest {
  /// The hash of `bytes`.
  public init(of bytes: [UInt8]) { self = SHA256.digest(of: bytes) }
}
