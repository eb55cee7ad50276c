import BriefScript
import BriefSource
import Glibc

/// The table files read last, so that a script that has been checked need not read them again.
public final class TableFiles {
  /// What tells whether a file is still the same.
  private struct Stamp: Equatable {
    let device: UInt
    let inode: UInt
    let size: Int
    let seconds: Int
    let nanoseconds: Int
  }

  /// How many tables are kept.
  private static let limit = 8

  /// The latest last.
  private var kept: [(path: String, stamp: Stamp, table: Table)] = []

  /// What stands in the place of files, while lines are run again over what they have read before.
  var given: FileLedger?

  /// Creates an empty store.
  public init() {}

  /// The table in the file at `path`, which is read again only if it has changed.
  ///
  /// - Throws: ``TableFileError``.
  func table(_ path: String) throws(TableFileError) -> Table {
    if let given, given.given.files[path] != nil { return try Table.reading(path, given: given) }
    let stamp = try Self.stamp(path)
    if let index = kept.firstIndex(where: { $0.path == path }) {
      let known = kept.remove(at: index)
      if known.stamp == stamp {
        kept.append(known)
        return known.table
      }
    }
    let table = try Table.reading(path)
    kept.append((path, stamp, table))
    if kept.count > Self.limit { kept.removeFirst() }
    return table
  }

  private static func stamp(_ path: String) throws(TableFileError) -> Stamp {
    var info = stat()
    guard stat(HomePath.expanding(path), &info) == 0 else {
      // Reading says why.
      _ = try Table.reading(path)
      throw .notARegularFile(path)
    }
    switch info.st_mode & S_IFMT {
    case S_IFREG:
      if Int(info.st_size) > Table.longestFile { throw .huge(path) }
      return Stamp(
        device: UInt(info.st_dev), inode: UInt(info.st_ino), size: Int(info.st_size),
        seconds: info.st_mtim.tv_sec, nanoseconds: info.st_mtim.tv_nsec)
    case S_IFDIR: throw .directory(path)
    default: throw .notARegularFile(path)
    }
  }
}

extension TableFileError {
  static func directory(_ path: String) -> TableFileError {
    TableFileError(unreadable, "'\(path)' is a directory, not a table", help: "name a file in it")
  }

  /// A pipe could be read only once, when the script is checked, and would stop the prompt.
  static func notARegularFile(_ path: String) -> TableFileError {
    TableFileError(
      unreadable, "'\(path)' is no file that can be read twice",
      help: "write what it gives to a file first")
  }
}
