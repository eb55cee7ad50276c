import BriefScript
import BriefSource

/// Makes pages of help from declarations.
enum HelpPage {
  /// The stages that are part of the language and no commands, with how they are written.
  static let stages: [(name: String, usage: String, purpose: String, example: String)] = [
    (
      "where", "where EXPRESSION", "Keeps the rows for which the expression is true.",
      "quotes | where words > 10 and speaker != missing"
    ),
    (
      "derive", "derive NAME = EXPRESSION, …", "Adds columns worked out from each row.",
      "quotes | derive long = words > 20"
    ),
    (
      "group", "group COLUMN, … [ NAME = AGGREGATE, … ]",
      "Makes one row of all rows that agree in the columns.",
      "quotes | group speaker [ n = count(), words = sum(words) ]"
    ),
    (
      "let", "let NAME = EXPRESSION", "Names a value; $NAME stands for it afterwards.",
      "let long = $(quotes | where words > 20)"
    ),
    (
      "assert", "assert EXPRESSION else \"MESSAGE\"",
      "Stops the script, with exit code 1, when the expression is false.",
      "assert $(quotes | count) > 0 else \"nobody is quoted\""
    ),
  ]

  /// All commands by subject.
  static func overview(of commands: CommandSet) -> StyledText {
    var page = StyledText()
    let width = max(
      commands.all.map(\.name.count).max() ?? 0, stages.map(\.name.count).max() ?? 0)
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
    for stage in stages { line(stage.name, stage.purpose) }
    page.append("\nhelp COMMAND says more, help functions lists functions. A line is a pipeline: ")
    page.append("quotes --by spokesperson | where words > 10 | sort words --desc", .code)
    page.append("\n")
    return page
  }

  /// The page of a stage or statement of the language, or `nil` when `name` is none.
  static func language(_ name: String) -> StyledText? {
    guard let stage = stages.first(where: { $0.name == name }) else { return nil }
    var page = StyledText(stage.usage + "\n", .code)
    page.append(stage.purpose + "\n\n")
    page.append("Example\n", .heading)
    page.append("  ")
    page.append(stage.example, .code)
    page.append("\n")
    return page
  }

  /// The page of one command.
  static func page(of command: CommandSummary) -> StyledText {
    var page = StyledText(usage(of: command) + "\n", .code)
    page.append(command.purpose + "\n")
    if !command.discussion.isEmpty { page.append("\n" + command.discussion + "\n") }
    section("Arguments", command.parameters.filter { !$0.isFlag }, &page)
    section("Flags", command.parameters.filter(\.isFlag), &page)
    columns(of: command, &page)
    page.append("\nExamples\n", .heading)
    for example in command.examples {
      page.append("  ")
      page.append(example.line.replacing("{file}", with: "briefing.txt"), .code)
      page.append("\n      \(example.purpose)\n", .dim)
    }
    return page
  }

  private static func columns(of command: CommandSummary, _ page: inout StyledText) {
    guard case .table(let type)? = command.output.plainType else { return }
    var columns = type.columns
    if case .table(_, let variants) = command.output {
      for flag in variants.keys.sorted() {
        columns += variants[flag]?.columns.filter { type[$0.name] == nil } ?? []
      }
    }
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

  private static func usage(of command: CommandSummary) -> String {
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
