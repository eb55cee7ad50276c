import BriefSource

// Commands read and write files through these, so that it is known which files a run depends on.

extension CommandContext {
  /// Where the files are noted that a run reads and writes, if anybody wants to know; whoever reads
  /// a file by other means than ``source(at:)`` notes it there.
  public var ledger: FileLedger? { services.ledger }

  /// Reads the text at `path`, to which the script must have access; see
  /// ``requireAccess(_:_:parameter:index:)``.
  ///
  /// - Throws: ``ReadingError``.
  public func source(at path: String) throws(ReadingError) -> Source {
    try Source.reading(path, noting: ledger)
  }

  /// Writes `bytes` as the file at `path`, to which the script must have access; in a rehearsal it
  /// is only noted what would be written.
  ///
  /// - Parameter replacing: Whether a file that exists may be replaced.
  /// - Throws: ``WritingError``.
  public func write(
    _ bytes: [UInt8], to path: String, replacing: Bool
  ) throws(WritingError) {
    if ledger?.isRehearsal != true {
      try AtomicFile.write(bytes, to: HomePath.expanding(path), replacing: replacing)
    }
    ledger?.note(.result, path, bytes)
  }

  /// Sees to it that there is memory to read the file at `path` as a text.
  ///
  /// - Throws: ``ScriptError`` when that would be more than the script may take.
  public func requireRoom(toRead path: String) throws(ScriptError) {
    // Its bytes are held once, and a text takes as much again for where its lines begin and end.
    try services.requireMemory(for: Source.byteCount(at: path) * 2, site.range)
  }

  /// Sees to it that there is memory for `value` to be written out, each of its texts as often as it
  /// occurs in it.
  ///
  /// - Throws: ``ScriptError`` when that would be more than the script may take.
  public func requireRoom(for value: Value) throws(ScriptError) {
    try services.requireRoom(for: value, site.range)
  }
}
