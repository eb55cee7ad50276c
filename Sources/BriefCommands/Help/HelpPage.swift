import BriefScript
import BriefSource

/// Makes pages of help from declarations.
enum HelpPage {
  /// All commands by subject.
  static func overview(of commands: CommandSet) -> StyledText {
    var page = StyledText()
    let words = (StageWord.all + StageWord.statements).sorted { $0.word < $1.word }
    let width = max(
      commands.all.map(\.name.count).max() ?? 0, words.map(\.word.count).max() ?? 0)
    func line(_ name: String, _ purpose: String) {
      page.append("  ")
      page.append(name, .code)
      page.append(String(repeating: " ", count: width - name.count + 2) + purpose + "\n")
    }
    for subject in CommandSubject.allCases {
      let members = commands.all.filter { $0.subject == subject }
      if members.isEmpty { continue }
      page.append(subject.rawValue + "\n", .heading)
      for command in members { line(command.name, command.purpose) }
    }
    page.append("Language\n", .heading)
    for word in words { line(word.word, Markdown.plain(word.purpose)) }
    page.append(
      """

      help COMMAND says more. So does help with a function, a type or a topic (help language lists \
      topics), and with the id of a message, as in help unknown-column. help --search WORD looks \
      everywhere. A line is a pipeline: 
      """)
    page.append("quotes --by spokesperson | where words > 10 | sort words --desc", .code)
    page.append("\n")
    return page
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
