import BriefAnalysis
import BriefScript
import BriefSource

/// The briefings that are loaded, which of them is in focus, and the result last shown.
///
/// It is the one mutable owner behind all commands, and is owned by one thread.
public final class Session {
  /// The briefings, in the order they were loaded.
  public private(set) var briefings: [Briefing] = []
  /// The one that commands read, when `use` has chosen one.
  public private(set) var focus: Briefing?
  /// The actors of the files that were read, in their order.
  public private(set) var actors: [Actor] = []
  /// The table last shown, whose row numbers `show` and `why` mean.
  public var shownTable: Table?
  /// Where a lesson finds its texts, while one is played.
  var shelf: LessonShelf?
  /// What plays lessons, where they can be played.
  weak var player: LessonPlayer?
  /// Whether results are kept to itself.
  var isMuted = false
  /// Told each result before it is handed on, and whether it only confirms what was done.
  var resultGiven: ((_ value: Value, _ isAcknowledgement: Bool) -> Void)?
  /// The walk through the program that is under way, if any.
  public internal(set) var tour: Tour?
  /// The files of corrections that are in force, by the name of the briefing they correct.
  var fixFiles: [String: FixFile] = [:]
  /// The table files that `open` has read.
  let tableFiles = TableFiles()
  /// What was typed, and how results are shown.
  public let prompt = PromptState()
  /// Where sessions are saved; nowhere when `nil`.
  public var store = SessionStore()

  /// Creates a session without briefings.
  public init() {}

  /// The briefings that a command reads when it is given none.
  public var current: [Briefing] { focus.map { [$0] } ?? briefings }

  /// Adds a briefing; one of the same name takes the place of the old.
  public func add(_ briefing: Briefing) {
    prompt.noteChange()
    if let index = briefings.firstIndex(where: { $0.source.name == briefing.source.name }) {
      if focus === briefings[index] { focus = briefing }
      briefings[index] = briefing
    } else {
      briefings.append(briefing)
    }
  }

  /// Adds actors, and reads all briefings again in their light.
  public func add(_ added: [Actor]) {
    guard !added.isEmpty else { return }
    prompt.noteChange()
    let files = Set(added.map(\.file))
    actors.removeAll { files.contains($0.file) }
    actors += added
    briefings = briefings.map { briefing in
      let again = Briefing(
        briefing.source, given: briefing.given, actors: actors,
        corrections: briefing.corrections)
      if focus === briefing { focus = again }
      return again
    }
  }

  /// Takes briefings out.
  public func remove(_ removed: [Briefing]) {
    prompt.noteChange()
    briefings.removeAll { briefing in removed.contains { $0 === briefing } }
    if let focus, removed.contains(where: { $0 === focus }) { self.focus = nil }
  }

  /// Takes everything out.
  func clear() {
    briefings = []
    focus = nil
    actors = []
    shownTable = nil
  }

  /// Remembers what is loaded and shown; what it gives puts that back.
  public func checkpoint() -> () -> Void {
    let (briefings, focus, actors, shown) = (briefings, focus, actors, shownTable)
    let (tour, step) = (tour, tour?.step)
    return {
      self.briefings = briefings
      self.focus = focus
      self.actors = actors
      self.shownTable = shown
      self.tour = tour
      if let step { tour?.go(to: step) }
      // What was written to files stays there, so it stays in force.
      self.applyFixFiles()
    }
  }

  /// Puts `briefing` in the place of the one of the same text.
  func replace(with briefing: Briefing) {
    guard let index = briefings.firstIndex(where: { $0.source === briefing.source }) else { return }
    if focus === briefings[index] { focus = briefing }
    briefings[index] = briefing
  }

  /// Chooses the briefing that commands read; `nil` means all.
  public func setFocus(_ briefing: Briefing?) {
    prompt.noteChange()
    focus = briefing
  }

  /// Forgets all that is loaded and shown.
  public func reset() {
    prompt.noteChange()
    briefings = []
    focus = nil
    actors = []
    shownTable = nil
  }

  /// The briefings that `query` means: their number from 1, their file's name or its last part
  /// without extension, or words of their title, in any case.
  public func briefings(matching query: String) -> [Briefing] {
    if let number = Int(query), briefings.indices.contains(number - 1) {
      return [briefings[number - 1]]
    }
    let wanted = query.lowercased()
    let exact = briefings.filter { briefing in
      let name = briefing.source.name.lowercased()
      return name == wanted || FileName(name).base == wanted || FileName(name).stem == wanted
    }
    if !exact.isEmpty { return exact }
    return briefings.filter { briefing in
      FileName(briefing.source.name.lowercased()).base.contains(wanted)
        || briefing.metadata.title?.value.lowercased().contains(wanted) == true
    }
  }
}

/// The parts of a path that people call a file by.
struct FileName {
  /// The last component.
  let base: String
  /// The last component without its extension.
  let stem: String
  /// The extension in lower case, without its dot.
  let pathExtension: String

  init(_ path: String) {
    base = path.split(separator: "/").last.map(String.init) ?? path
    if let dot = base.lastIndex(of: "."), dot != base.startIndex {
      stem = String(base[..<dot])
      pathExtension = base[base.index(after: dot)...].lowercased()
    } else {
      stem = base
      pathExtension = ""
    }
  }
}
