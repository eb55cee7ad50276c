import BriefScript
import BriefSource

/// Something that help knows about.
struct HelpEntry {
  /// What it is.
  enum Kind: String, CaseIterable {
    case command, word, function, figure, type, topic, message
  }

  let kind: Kind
  /// The word that leads to it.
  let name: String
  /// What it is, in a few words.
  let summary: String
  /// What else a search looks at.
  let body: () -> String
  let page: () -> StyledText

  private init(
    kind: Kind, name: String, summary: String, body: @autoclosure @escaping () -> String,
    page: @escaping () -> StyledText
  ) {
    self.kind = kind
    self.name = name
    self.summary = summary
    self.body = body
    self.page = page
  }

  /// Everything there is help for, by kind, each kind in its own order.
  static func all(of commands: CommandSet, filling: ExampleFilling) -> [HelpEntry] {
    commands.all.map { command in
      HelpEntry(
        kind: .command, name: command.name, summary: command.purpose,
        body: command.searchedText,
        page: { HelpPage.page(of: command, in: commands, filling: filling) })
    }
      + groups(commands)
      + (StageWord.all + StageWord.statements).map { word in
        HelpEntry(
          kind: .word, name: word.word, summary: Markdown.plain(word.purpose), body: word.usage,
          page: { HelpPage.page(of: word) })
      }
      + FunctionDeclaration.all.map { function in
        HelpEntry(
          kind: .function, name: function.name, summary: Markdown.plain(function.summary),
          body: function.usage, page: { HelpPage.page(of: function) })
      }
      + AggregateDeclaration.all.map { figure in
        HelpEntry(
          kind: .figure, name: figure.name, summary: figure.summary, body: figure.usage,
          page: { HelpPage.page(of: figure) })
      }
      + TypeDescription.all.map { type in
        HelpEntry(
          kind: .type, name: type.name, summary: type.purpose, body: type.operations,
          page: { HelpPage.page(of: type) })
      }
      + LanguageTopics.all.flatMap { topic in
        topic.names.map { name in
          HelpEntry(
            kind: .topic, name: name, summary: "the language: \(topic.title)",
            body: topic.text.page.plain, page: { topic.text.page })
        }
      }
      + lists(commands)
      + ErrorPages.all.map { page in
        HelpEntry(
          kind: .message, name: page.id, summary: page.title,
          body: Markdown(page.explanation).page.plain, page: { page.page.text() })
      }
  }

  /// The groups of commands.
  private static func groups(_ commands: CommandSet) -> [HelpEntry] {
    CommandSubject.allCases.map { subject in
      HelpEntry(
        kind: .topic, name: subject.word,
        summary: "what the commands do that are listed under \(subject.rawValue)", body: "",
        page: { HelpPage.group(subject, of: commands) })
    }
  }

  /// Topics that are lists of what there is.
  private static func lists(_ commands: CommandSet) -> [HelpEntry] {
    [
      HelpEntry(
        kind: .topic, name: "commands", summary: "a list of the commands", body: "",
        page: { HelpPage.commandList(of: commands) }),
      HelpEntry(
        kind: .topic, name: "functions", summary: "a list of the functions and figures", body: "",
        page: HelpPage.functions),
      HelpEntry(
        kind: .topic, name: "types", summary: "a list of the types", body: "",
        page: HelpPage.types),
      HelpEntry(
        kind: .topic, name: "language", summary: "a list of the topics of the language", body: "",
        page: HelpPage.topics),
      HelpEntry(
        kind: .topic, name: "messages", summary: "a list of the messages", body: "",
        page: { ErrorPages.list.text() }),
    ]
  }

  /// Whether the words of `query` stand in it one after the other, in upper or lower case.
  func contains(_ query: String) -> Bool {
    let wanted = query.lowercased()
    return [name, summary, body()].contains { $0.lowercased().contains(wanted) }
  }
}

extension CommandSubject {
  /// The word that leads to its commands in the help.
  var word: String {
    rawValue.lowercased().split(separator: " ").last.map(String.init) ?? rawValue
  }
}

extension CommandSummary {
  /// What a search looks at beside the name and the purpose.
  fileprivate var searchedText: String {
    var parts = [discussion]
    for parameter in parameters {
      parts.append("\(parameter.isFlag ? "--" : "")\(parameter.name) \(parameter.purpose)")
      if case .choice(let words) = parameter.accepts { parts.append(words.joined(separator: " ")) }
    }
    if case .table(let type)? = output.plainType {
      parts += type.columns.map { "\($0.name) \($0.summary)" }
    }
    parts += examples.map(\.purpose)
    return parts.joined(separator: "\n")
  }
}
