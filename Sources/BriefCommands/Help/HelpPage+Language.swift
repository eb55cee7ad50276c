import BriefScript
import BriefSource

extension HelpPage {
  /// The page of a word of the language.
  static func page(of word: StageWord) -> StyledText {
    var page = StyledText(word.usage + "\n", .code)
    page.append(Markdown.styled(word.purpose) + StyledText("\n"))
    examples([(word.example.purpose, word.example.line)], &page)
    return page
  }

  /// The page of a function.
  static func page(of function: FunctionDeclaration) -> StyledText {
    var page = StyledText(function.usage + "\n", .code)
    page.append("A function that gives \(function.resultDescription): ")
    page.append(Markdown.styled(function.summary) + StyledText(".\n"))
    let parameters = function.parameterDescriptions
    if !parameters.isEmpty {
      page.append("\nArguments\n", .heading)
      let width = parameters.map(\.name.count).max() ?? 0
      for parameter in parameters {
        page.append("  ")
        page.append(parameter.name, .code)
        page.append(String(repeating: " ", count: width - parameter.name.count + 2))
        page.append(parameter.accepts + (parameter.isOptional ? "; may be left out" : "") + "\n")
      }
    }
    examples([(function.exampleResult, "print (\(function.example))")], &page)
    return page
  }

  /// The page of a figure of a group.
  static func page(of figure: AggregateDeclaration) -> StyledText {
    var page = StyledText(figure.usage + "\n", .code)
    page.append("A figure of a group, in the brackets of group: \(figure.summary).\n")
    examples([("for each speaker", "quotes | group speaker [ \(figure.example) ]")], &page)
    return page
  }

  /// The page of a type.
  static func page(of type: TypeDescription) -> StyledText {
    var page = StyledText(type.name + "\n", .code)
    page.append("A type. \(type.purpose)\n\n")
    page.append("Use  ", .heading)
    page.append(Markdown.styled(type.operations) + StyledText("\n"))
    page.append("Such as  ", .heading)
    page.append(type.example, .code)
    page.append("\n")
    return page
  }

  /// All functions and figures.
  static func functions() -> StyledText {
    var page = StyledText("Functions, in formulas\n", .heading)
    append(FunctionDeclaration.all.map { ($0.usage, $0.summary) }, &page)
    page.append("Figures, in the brackets of group\n", .heading)
    append(AggregateDeclaration.all.map { ($0.usage, $0.summary) }, &page)
    return page
  }

  /// All types.
  static func types() -> StyledText {
    var page = StyledText("Types\n", .heading)
    append(TypeDescription.all.map { ($0.name, $0.purpose) }, &page)
    return page
  }

  /// All topics of the language.
  static func topics() -> StyledText {
    var page = StyledText("Topics of the language, for help\n", .heading)
    append(LanguageTopics.all.map { ($0.names.joined(separator: ", "), $0.title) }, &page)
    append(
      [
        ("functions", "the functions and figures"), ("types", "the types"),
        ("messages", "what can be wrong, by the ids of messages"),
      ], &page)
    return page
  }

  /// Names with what they are, aligned.
  private static func append(_ lines: [(name: String, text: String)], _ page: inout StyledText) {
    let width = lines.map(\.name.count).max() ?? 0
    for line in lines {
      page.append("  ")
      page.append(line.name, .code)
      page.append(String(repeating: " ", count: width - line.name.count + 2))
      page.append(Markdown.styled(line.text) + StyledText("\n"))
    }
  }

  /// Where `query` stands in the help, one line for each; `nil` when it stands nowhere.
  static func search(_ query: String, in entries: [HelpEntry]) -> StyledText? {
    let found = entries.filter { $0.contains(query) }
    if found.isEmpty { return nil }
    var page = StyledText()
    let width = found.map(\.name.count).max() ?? 0
    for kind in HelpEntry.Kind.allCases {
      let members = found.filter { $0.kind == kind }
      if members.isEmpty { continue }
      page.append(kind.heading + "\n", .heading)
      for member in members {
        page.append("  ")
        page.append(member.name, .code)
        page.append(String(repeating: " ", count: width - member.name.count + 2))
        page.append(member.summary + "\n")
      }
    }
    return page
  }
}

extension HelpEntry.Kind {
  fileprivate var heading: String {
    switch self {
    case .command: "Commands"
    case .word: "Words of the language"
    case .function: "Functions"
    case .figure: "Figures of a group"
    case .type: "Types"
    case .topic: "Topics"
    case .message: "Messages"
    }
  }
}
