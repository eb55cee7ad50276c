import BriefScript
import BriefSource
import Glibc
import SystemPackage

/// The directory that sessions are saved in, a file `NAME.jsonl` for each.
public struct SessionStore: Sendable {
  /// Where the files are.
  public let directory: String

  /// A store in a directory, which is made when something is saved.
  public init(directory: String) { self.directory = directory }

  /// The store of the user: what `BRIEF_SESSIONS` names; otherwise `brief/sessions` in
  /// `XDG_STATE_HOME` or in `~/.local/state`. `nil` when there is no such place.
  public init?(environment: (String) -> String? = SessionStore.variable) {
    if let path = environment("BRIEF_SESSIONS") {
      guard !path.isEmpty else { return nil }
      directory = path
    } else if let state = environment("XDG_STATE_HOME"), state.hasPrefix("/") {
      // The XDG Base Directory Specification wants relative paths to be ignored.
      directory = state + "/brief/sessions"
    } else if let home = environment("HOME"), home.hasPrefix("/") {
      directory = home + "/.local/state/brief/sessions"
    } else {
      return nil
    }
  }

  /// The value of a variable of the process's environment.
  public static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// Whether `name` can be that of a session: letters, digits, `-`, `_` and dots, none in front.
  public static func isName(_ name: String) -> Bool {
    guard let first = name.unicodeScalars.first, name.utf8.count <= 100 else { return false }
    func isLetter(_ scalar: Unicode.Scalar) -> Bool {
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "_"
    }
    return isLetter(first)
      && name.unicodeScalars.allSatisfy { isLetter($0) || $0 == "-" || $0 == "." }
      && !name.hasSuffix(".damaged")
  }

  /// Where the session called `name` is.
  public func path(_ name: String) -> String { "\(directory)/\(name).jsonl" }

  /// Whether there is a session called `name`.
  func exists(_ name: String) -> Bool { access(path(name), F_OK) == 0 }

  /// The names, the one saved last first; of one second in the order of their code units.
  func names() -> [String] {
    guard let handle = opendir(directory) else { return [] }
    defer { closedir(handle) }
    var found: [(name: String, time: timespec)] = []
    while let entry = readdir(handle) {
      let file = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard file.hasSuffix(".jsonl"), !file.hasPrefix(".") else { continue }
      var status = stat()
      guard stat("\(directory)/\(file)", &status) == 0 else { continue }
      found.append((String(file.dropLast(6)), status.st_mtim))
    }
    return found.sorted { left, right in
      if left.time.tv_sec != right.time.tv_sec { return left.time.tv_sec > right.time.tv_sec }
      if left.time.tv_nsec != right.time.tv_nsec { return left.time.tv_nsec > right.time.tv_nsec }
      return left.name.utf8.lexicographicallyPrecedes(right.name.utf8)
    }.map(\.name)
  }

  /// Writes `bytes` as the session called `name`: afterwards there is the whole new file or the old
  /// one.
  ///
  /// - Throws: ``WritingError``.
  func write(_ bytes: [UInt8], _ name: String, replacing: Bool) throws(WritingError) {
    makeDirectory()
    try AtomicFile.write(bytes, to: path(name), replacing: replacing)
  }

  /// The bytes of the session called `name`.
  ///
  /// - Throws: ``ReadingError``.
  func bytes(_ name: String) throws(ReadingError) -> [UInt8] { try Source.fileBytes(path(name)) }

  /// Gives a damaged file another name, under which nothing will take it for a session, and says
  /// which; `nil` when that cannot be done.
  func putAside(_ name: String) -> String? {
    for attempt in 1..<100 {
      let aside = path(name) + (attempt == 1 ? ".damaged" : ".damaged-\(attempt)")
      // A link fails when the name is taken, so that nothing is replaced.
      if link(path(name), aside) == 0 {
        return unlink(path(name)) == 0 ? aside : nil
      }
      if errno != EEXIST { return nil }
    }
    return nil
  }

  /// Keeps a session whose terminal is gone, as `closed`, `closed-2` and so on; the oldest of
  /// twenty gives way.
  public func keepClosed(_ session: Session) {
    guard session.prompt.isWorthKeeping else { return }
    let saved = SavedSession(session, at: Self.now()).bytes
    for number in 1...Self.mostClosed {
      do {
        try write(saved, Self.closedName(number), replacing: false)
        return
      } catch .exists {
        continue
      } catch {
        return
      }
    }
    let closed = Set((1...Self.mostClosed).map(Self.closedName))
    if let oldest = names().last(where: { closed.contains($0) }) {
      try? write(saved, oldest, replacing: true)
    }
  }

  private static let mostClosed = 20

  private static func closedName(_ number: Int) -> String {
    number == 1 ? "closed" : "closed-\(number)"
  }

  /// Makes the directories that are missing, for the user alone.
  private func makeDirectory() {
    var index = directory.startIndex
    while let slash = directory[index...].firstIndex(of: "/") {
      if slash > directory.startIndex { _ = mkdir(String(directory[..<slash]), 0o700) }
      index = directory.index(after: slash)
    }
    _ = mkdir(directory, 0o700)
  }

  /// The time of day in UTC, as `2025-11-14T09:30:00Z`.
  static func now() -> String {
    var seconds = time(nil)
    var parts = tm()
    gmtime_r(&seconds, &parts)
    func padded(_ number: Int32) -> String { (number < 10 ? "0" : "") + String(number) }
    return "\(parts.tm_year + 1900)-\(padded(parts.tm_mon + 1))-\(padded(parts.tm_mday))"
      + "T\(padded(parts.tm_hour)):\(padded(parts.tm_min)):\(padded(parts.tm_sec))Z"
  }
}
