import BriefScript
import BriefSource

/// Makes pages of help from declarations.
enum HelpPage {
  /// All commands by subject, as short as can be: a screen holds it.
  static func overview(of commands: CommandSet) -> StyledText {
    var page = StyledText()
    let words = (StageWord.all + StageWord.statements).map(\.word).sorted()
    let groups =
      CommandSubject.allCases.map { subject in
        (subject.rawValue, commands.all.filter { $0.subject == subject }.map(\.name))
      } + [("Language", words)]
    let width = groups.map(\.0.count).max() ?? 0
    for (title, names) in groups where !names.isEmpty {
      page.append(title, .heading)
      var column = width + 2
      page.append(String(repeating: " ", count: column - title.count))
      for (index, name) in names.enumerated() {
        let isLast = index == names.count - 1
        if column + name.count + 1 > lineWidth, index > 0 {
          page.append("\n" + String(repeating: " ", count: width + 2))
          column = width + 2
        } else if index > 0 {
          page.append(" ")
        }
        page.append(name, .code)
        if !isLast { page.append(",") }
        column += name.count + 2
      }
      page.append("\n")
    }
    page.append("\n")
    for (line, gist) in ways { wayLine(line, gist, &page) }
    return page
  }

  /// The columns that a page of lists fills.
  private static let lineWidth = 78

  /// The ways to ask for help.
  private static let ways = [
    ("help quotes", "says all of one command, with examples on what is loaded"),
    ("help speech", "says what the commands of a group do; help commands, all"),
    ("help language", "lists the topics of the language; help functions, those"),
    ("help --search WORD", "looks everywhere"),
    ("help unknown-column", "explains a message by the id in its brackets"),
  ]

  private static func wayLine(_ line: String, _ gist: String, _ page: inout StyledText) {
    page.append(line, .code)
    page.append(String(repeating: " ", count: max(2, 21 - line.count)) + gist + "\n")
  }

  /// All commands by subject, with what each does.
  static func commandList(of commands: CommandSet) -> StyledText {
    var page = StyledText()
    for subject in CommandSubject.allCases {
      let list = group(subject, of: commands)
      if !list.isEmpty { page.append(list) }
    }
    page.append("Language\n", .heading)
    let words = (StageWord.all + StageWord.statements).sorted { $0.word < $1.word }
    list(words.map { ($0.word, Markdown.plain($0.purpose)) }, in: commands, &page)
    return page
  }

  /// The commands of one subject, with what each does.
  static func group(_ subject: CommandSubject, of commands: CommandSet) -> StyledText {
    var page = StyledText()
    let members = commands.all.filter { $0.subject == subject }
    if members.isEmpty { return page }
    page.append(subject.rawValue + "\n", .heading)
    list(members.map { ($0.name, $0.purpose) }, in: commands, &page)
    return page
  }

  private static func list(
    _ lines: [(name: String, purpose: String)], in commands: CommandSet, _ page: inout StyledText
  ) {
    let words = (StageWord.all + StageWord.statements).map(\.word)
    let width = (commands.names + words).map(\.count).max() ?? 0
    for (name, purpose) in lines {
      page.append("  ")
      page.append(name, .code)
      page.append(String(repeating: " ", count: width - name.count + 2) + purpose + "\n")
    }
  }

  /// The page of one command.
  static func page(
    of command: CommandSummary, in commands: CommandSet, filling: ExampleFilling
  ) -> StyledText {
    var page = StyledText(usage(of: command) + "\n", .code)
    page.append(command.purpose + "\n")
    if !command.discussion.isEmpty { page.append("\n" + command.discussion + "\n") }
    flow(of: command, &page)
    section("Arguments", command.parameters.filter { !$0.isFlag }, &page)
    section("Flags", command.parameters.filter(\.isFlag), &page)
    columns(of: command, &page)
    examples(command.examples.map { ($0.purpose, filling.line($0)) }, &page)
    let related = commands.all.filter { $0.subject == command.subject && $0.name != command.name }
    if !related.isEmpty {
      page.append("\nSee also\n", .heading)
      page.append("  " + related.map(\.name).joined(separator: ", ") + "\n")
    }
    return page
  }

  static func examples(_ examples: [(purpose: String, line: String)], _ page: inout StyledText) {
    page.append(examples.count == 1 ? "\nExample\n" : "\nExamples\n", .heading)
    for example in examples {
      page.append("  ")
      page.append(example.line, .code)
      page.append("\n      \(example.purpose)\n", .dim)
    }
  }

  /// What it reads and gives, as far as that is always the same.
  private static func flow(of command: CommandSummary, _ page: inout StyledText) {
    let reads = command.reads
    let gives = command.gives
    if reads == nil, gives == nil { return }
    page.append("\n")
    if let reads {
      page.append("Reads  ", .heading)
      page.append(reads + "\n")
    }
    if let gives {
      page.append("Gives  ", .heading)
      page.append(gives + "\n")
    }
  }

  private static func columns(of command: CommandSummary, _ page: inout StyledText) {
    let columns = command.resultColumns
    if columns.isEmpty { return }
    let width = columns.map(\.name.count).max() ?? 0
    page.append("\nColumns\n", .heading)
    for column in columns {
      page.append("  ")
      page.append(column.name, .code)
      page.append(String(repeating: " ", count: width - column.name.count + 2))
      page.append("\(column.type.name): \(column.summary)\n")
    }
  }

  private static func section(
    _ title: String, _ parameters: [ParameterSummary], _ page: inout StyledText
  ) {
    if parameters.isEmpty { return }
    page.append("\n\(title)\n", .heading)
    let labels = parameters.map(\.label)
    let width = labels.map(\.count).max() ?? 0
    for (parameter, label) in zip(parameters, labels) {
      page.append("  ")
      page.append(label, .code)
      page.append(String(repeating: " ", count: width - label.count + 2) + parameter.purpose)
      if case .choice(let words) = parameter.accepts {
        page.append(": " + words.joined(separator: ", "))
      }
      page.append("\n")
    }
  }

  static func usage(of command: CommandSummary) -> String {
    var words = [command.name]
    for parameter in command.parameters where !parameter.isFlag || parameter.isRequired {
      words.append(parameter.isRequired ? parameter.label : "[\(parameter.label)]")
    }
    if command.parameters.contains(where: { $0.isFlag && !$0.isRequired }) {
      words.append("[FLAGS]")
    }
    switch command.input {
    case .nothing, .rows, .rowsOrNothing, .anyOrNothing: return words.joined(separator: " ")
    case .anyTable: return "TABLE | " + words.joined(separator: " ")
    case .any: return "RESULT | " + words.joined(separator: " ")
    }
  }
}

extension CommandSummary {
  /// What it reads from the stage before, in words; `nil` when it begins a pipeline.
  var reads: String? {
    switch input {
    case .nothing: nil
    case .rows(let kind):
      kind.source == nil ? kind.plural : "\(kind.plural); alone, all that are loaded"
    case .rowsOrNothing(let kind): "\(kind.plural), or nothing"
    case .anyTable: "a table"
    case .any: "a value"
    case .anyOrNothing: "a value, or nothing"
    }
  }

  /// What it gives, in words; `nil` when that depends on its arguments.
  var gives: String? {
    switch output {
    case .fixed(let type): type.phrase
    case .table(let type, _): ValueType.table(type).phrase
    case .tableOrPage(let type, let flag):
      ValueType.table(type).phrase + "; with --\(flag) a page"
    case .sameAsInput: "a table with the columns it is given"
    case .computed: nil
    }
  }

  /// The columns of its tables, those that a flag adds among them; empty when they depend on what
  /// it is given.
  var resultColumns: [TableType.Column] {
    guard case .table(let type)? = output.plainType else { return [] }
    var columns = type.columns
    if case .table(_, let variants) = output {
      for flag in variants.keys.sorted() {
        columns += variants[flag]?.columns.filter { type[$0.name] == nil } ?? []
      }
    }
    return columns
  }
}

extension ParameterSummary {
  /// Whether it is written with dashes.
  var isFlag: Bool {
    switch form {
    case .flag, .switch: true
    case .argument, .after: false
    }
  }

  /// How it is written in help: `--by TEXT`, `PATH…`, `by COLUMNS`.
  var label: String {
    switch form {
    case .switch: return "--\(name)"
    case .flag: return "--\(name) \(placeholder)"
    case .argument(_, let isRepeated): return name.uppercased() + (isRepeated ? "…" : "")
    case .after(let word): return "\(word) \(placeholder)"
    }
  }

  private var placeholder: String {
    switch accepts {
    case .text: "TEXT"
    case .int: "N"
    case .number: "NUMBER"
    case .bool: "BOOL"
    case .date: "DATE"
    case .path: "PATH"
    case .choice: "WORD"
    case .column: "COLUMN"
    case .columns: "COLUMNS"
    case .newName: "NAME"
    case .names: "NAMES"
    case .table: "TABLE"
    case .value: "VALUE"
    }
  }
}
