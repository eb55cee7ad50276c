import BriefScript

extension Manual {
  /// The commands by subject, each with all that its declaration says.
  var commandSections: String {
    var text =
      "A command stands at the beginning of a stage. `help` and its name show the same in the "
      + "shell.\n"
    for subject in CommandSubject.allCases {
      let members = commands.filter { $0.subject == subject }
      if members.isEmpty { continue }
      text += "\n## \(subject.rawValue)\n"
      for command in members { text += "\n" + section(of: command) }
    }
    return text
  }

  private func section(of command: CommandSummary) -> String {
    var text = "### \(command.name)\n\n\(MarkdownSpan.escaped(command.purpose))\n"
    text += "\n    \(HelpPage.usage(of: command))\n"
    if !command.discussion.isEmpty {
      text += "\n" + Self.wrapped(MarkdownSpan.escaped(command.discussion))
    }
    if let reads = command.reads { text += "\nReads \(MarkdownSpan.escaped(reads)).\n" }
    if let gives = command.gives { text += "\nGives \(MarkdownSpan.escaped(gives)).\n" }
    if !command.parameters.isEmpty {
      text += "\n| Argument | |\n| --- | --- |\n"
      for parameter in command.parameters {
        var purpose = parameter.purpose
        if case .choice(let words) = parameter.accepts {
          purpose += ": " + words.joined(separator: ", ")
        }
        text +=
          "| \(MarkdownSpan.cell(code: parameter.label)) | \(MarkdownSpan.escaped(purpose)) |\n"
      }
    }
    let columns = command.resultColumns
    if !columns.isEmpty {
      text += "\n| Column | Type | |\n| --- | --- | --- |\n"
      for column in columns {
        text +=
          "| \(MarkdownSpan.cell(code: column.name)) | \(column.type.name) "
          + "| \(MarkdownSpan.escaped(column.summary)) |\n"
      }
    }
    // The examples name nobody who is loaded, since nothing is.
    let filling = ExampleFilling(Session())
    text += "\n"
    for example in command.examples {
      text += "    \(filling.line(example))  # \(example.purpose)\n"
    }
    return text
  }

  /// `text` in lines of at most a hundred characters.
  static func wrapped(_ text: String) -> String {
    var lines: [String] = []
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var line = ""
      for word in paragraph.split(separator: " ") {
        if !line.isEmpty, line.count + 1 + word.count > 100 {
          lines.append(line)
          line = ""
        }
        line += line.isEmpty ? String(word) : " " + word
      }
      lines.append(line)
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
