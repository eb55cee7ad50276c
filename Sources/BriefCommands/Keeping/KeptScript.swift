import BriefScript
import BriefSource

/// A script made of lines of a session: those that were chosen, and all that they depend on.
///
/// What a line depends on are the lines that bound the variables and defined the functions it
/// uses, those that changed what was loaded before it, and for `show` and `why` the one that showed
/// the table they mean. The order stays, so that every line sees what it saw then. A name that was
/// bound anew between is told apart, as a script binds a name once.
struct KeptScript {
  /// The lines of the session, without the one at hand.
  private let lines: [PromptLine]
  private let names: [LineNames]
  private let sources: [Source]
  private let commands: CommandSet
  /// The positions of the lines that are kept.
  private(set) var kept: Set<Int> = []
  /// The numbers of lines that were chosen and are left out, with the reason.
  private(set) var leftOut: [(number: Int, reason: String)] = []

  /// Which line a name comes from that another line uses.
  private struct Use: Hashable {
    let line: Int
    let range: TextRange
  }

  /// A name as a line binds it.
  private struct Version: Hashable {
    let name: String
    let line: Int
  }

  private var versions: [Use: Version] = [:]

  /// Chooses the lines with `numbers`.
  init(_ lines: [PromptLine], numbers: [Int], commands: CommandSet) {
    self.lines = lines
    self.commands = commands
    sources = lines.map(\.source)
    names = sources.map { LineNames($0) }
    var waiting: [Int] = []
    for number in numbers {
      guard let position = lines.firstIndex(where: { $0.number == number }) else { continue }
      if lines[position].outcome != .finished {
        leftOut.append((number, "it failed"))
      } else if let word = promptWord(position) {
        leftOut.append((number, "'\(word)' is for the prompt only"))
      } else if kept.insert(position).inserted {
        waiting.append(position)
      }
    }
    while let position = waiting.popLast() {
      for other in dependencies(of: position) where kept.insert(other).inserted {
        waiting.append(other)
      }
    }
  }

  /// Commands that mean nothing in a script.
  private static let promptWords: Set<String> = [
    "history", "save", "restore", "set", "log", "keep", "edit", "tour", "lesson", "lessons", "hint",
    "quiz", "quit",
  ]

  private func promptWord(_ position: Int) -> String? {
    names[position].called.first { Self.promptWords.contains($0.name) }?.name
  }

  // MARK: What a line depends on

  private mutating func dependencies(of position: Int) -> Set<Int> {
    var found: Set<Int> = []
    let names = names[position]
    for use in names.variables where !isBound(use, in: names.bound, names) {
      if let line = lastLine(before: position, where: { $0.bound.contains { $0.name == use.name } })
      {
        found.insert(line)
        versions[Use(line: position, range: use.range)] = Version(name: use.name, line: line)
      }
    }
    var callsFunction = false
    for call in names.called where !names.defined.contains(where: { $0.name == call.name }) {
      let definesIt = { (names: LineNames) in names.defined.contains { $0.name == call.name } }
      if let line = lastLine(before: position, where: definesIt) {
        callsFunction = true
        found.insert(line)
        versions[Use(line: position, range: call.range)] = Version(name: call.name, line: line)
      } else if let line = lastLine(before: position, where: { mayGive(call.name, $0) }) {
        callsFunction = true
        found.insert(line)
      }
    }
    let statements = Set(names.statements.map(\.start))
    let showsAgain = names.called.contains {
      ["show", "why"].contains($0.name) && statements.contains($0.range.start)
    }
    if showsAgain,
      let table = lines[..<position].lastIndex(where: { $0.outcome == .finished && $0.showsTable })
    {
      found.insert(table)
    }
    if callsFunction || names.called.contains(where: { readsSession($0.name) }) {
      for other in 0..<position where lines[other].outcome == .finished {
        if lines[other].changesSession { found.insert(other) }
      }
    }
    return found
  }

  /// Whether a variable is one that an earlier statement of the same line binds.
  private func isBound(
    _ use: LineNames.Occurrence, in bound: [LineNames.Occurrence], _ names: LineNames
  ) -> Bool {
    bound.contains { binding in
      binding.name == use.name
        && names.statements.contains {
          $0.start <= binding.range.start && binding.range.end <= $0.end
            && $0.end <= use.range.start
        }
    }
  }

  private func lastLine(before position: Int, where fits: (LineNames) -> Bool) -> Int? {
    (0..<position).last { lines[$0].outcome == .finished && fits(names[$0]) }
  }

  /// Whether a line uses a module that may give a function called `name`.
  private func mayGive(_ name: String, _ names: LineNames) -> Bool {
    names.modules.contains { alias in
      alias.map { name == $0 || name.hasPrefix($0 + ".") } ?? (commands[name] == nil)
    }
  }

  /// Whether what a command gives depends on what is loaded.
  private func readsSession(_ name: String) -> Bool {
    guard let command = commands[name] else { return false }
    return command.subject != .tables && !["print", "export", "help", "copy"].contains(name)
  }

  // MARK: The script

  /// Functions that use a variable which has several values in the script: at the prompt they see
  /// its latest, in a script the one before them.
  var unclearFunctions: [String] {
    let repeated = repeatedNames
    return kept.sorted().flatMap { position in
      names[position].defined.isEmpty
        ? []
        : names[position].variables.map(\.name).filter { repeated.contains($0) }
    }
  }

  private var repeatedNames: Set<String> {
    var counts: [String: Int] = [:]
    for position in kept {
      for name in Set(names[position].bound.map(\.name) + names[position].defined.map(\.name)) {
        counts[name, default: 0] += 1
      }
    }
    return Set(counts.filter { $0.value > 1 }.keys)
  }

  /// The text of the script; `numbers` are those that were asked for, as they were written.
  func text(numbers: String) -> String {
    let positions = kept.sorted()
    let renamed = renaming
    let isOne = Int(numbers) != nil
    var text =
      "# \(isOne ? "Line" : "Lines") \(numbers) of a session, and what "
      + "\(isOne ? "it depends" : "they depend") on.\n"
    for need in needs(positions) { text += need + "\n" }
    text += "\n"
    for position in positions { text += self.text(of: position, renamed) + "\n" }
    return text
  }

  /// What to call names that several lines bind: all but the last get a number.
  private var renaming: [Version: String] {
    var taken = Set(
      kept.flatMap { names[$0].variables.map(\.name) + names[$0].bound.map(\.name) })
    var result: [Version: String] = [:]
    for name in repeatedNames.sorted() {
      let binding = kept.sorted().filter { position in
        names[position].bound.contains { $0.name == name }
          || names[position].defined.contains { $0.name == name }
      }
      var number = 1
      for position in binding.dropLast() {
        while taken.contains("\(name)_\(number)") { number += 1 }
        result[Version(name: name, line: position)] = "\(name)_\(number)"
        taken.insert("\(name)_\(number)")
      }
    }
    return result
  }

  private func text(of position: Int, _ renamed: [Version: String]) -> String {
    let line = names[position]
    var changes: [TextRange: String] = [:]
    for binding in line.bound + line.defined {
      if let new = renamed[Version(name: binding.name, line: position)] {
        changes[binding.range] = new
      }
    }
    for use in line.variables + line.called {
      let here = Version(name: use.name, line: position)
      let isHere =
        isBound(use, in: line.bound, line) || line.defined.contains { $0.name == use.name }
      let version = versions[Use(line: position, range: use.range)] ?? (isHere ? here : nil)
      if let new = version.flatMap({ renamed[$0] }) { changes[use.range] = new }
    }
    var bytes = sources[position].bytes
    for (range, name) in changes.sorted(by: { $0.key.start > $1.key.start }) {
      bytes.replaceSubrange(range.start..<range.end, with: name.utf8)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The statements that say which files the script reads and writes.
  private func needs(_ positions: [Int]) -> [String] {
    var folders: [String] = []
    var reads: [String] = []
    var writes: [String] = []
    for position in positions {
      let line = lines[position]
      folders += line.findings.listings.keys.sorted().map(Self.folder)
      reads += line.reads.map(\.path)
      writes += line.writes
    }
    let isInFolder = { (path: String) in
      folders.contains { path.hasPrefix($0.hasSuffix("/") ? $0 : $0 + "/") }
        || folders.contains(".") && !path.contains("/")
    }
    reads = folders + reads.filter { !isInFolder($0) }
    return Self.unique(reads).map { "needs read \(Self.quoted($0))" }
      + Self.unique(writes).map { "needs write \(Self.quoted($0))" }
  }

  /// The directory that holds all that a directory's path or a pattern stands for.
  private static func folder(of listing: String) -> String {
    let fixed = listing.prefix { !"*?[".contains($0) }
    if fixed.count == listing.count { return listing }
    guard let slash = fixed.lastIndex(of: "/") else { return "." }
    return slash == fixed.startIndex ? "/" : String(fixed[..<slash])
  }

  private static func unique(_ paths: [String]) -> [String] {
    var seen: Set<String> = []
    return paths.filter { seen.insert($0).inserted }
  }

  /// `text` as a string of the language.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for character in text {
      if character == "\\" || character == "\"" { result.append("\\") }
      result.append(character)
    }
    return result + "\""
  }
}
