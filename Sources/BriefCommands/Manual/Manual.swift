import BriefScript

/// The manual of the program: pages for `man`, and the reference in Markdown.
///
/// All of it comes from declarations and from two texts that are written by hand, the reference of
/// the language and the page of the program, which are part of the program.
public struct Manual: Sendable {
  /// A page of the manual.
  public enum Page: String, CaseIterable, Sendable {
    /// The program and its arguments, with a list of the commands.
    case brief
    /// The language, with its functions and types.
    case language
    /// Every command.
    case commands
    /// Every function and figure.
    case functions
    /// Every type.
    case types
    /// Every message, with what it means.
    case errors
  }

  /// The version of the program.
  public static let version = "0.1.0"
  /// The day of the last change of note, which `man` shows at the foot.
  static let date = "2026-11-26"

  let commands: [CommandSummary]

  /// Creates the manual of a program with these commands.
  public init(commands: CommandSet) { self.commands = commands.all }

  /// `page` in Markdown, with one heading of the first level.
  public func markdown(_ page: Page) -> String {
    switch page {
    case .brief: "# brief\n\n" + deepened(ManualText.program) + "\n" + commandList
    case .language: ManualText.language + "\n" + functionSections + "\n" + typeSections
    case .commands: "# Commands\n\n" + commandSections
    case .functions:
      "# Functions\n\n" + Self.functionIntroduction + functionSections
    case .types: "# Types\n\n" + Self.typeIntroduction + typeSections
    case .errors: "# Messages\n\n" + Self.errorIntroduction + errorSections
    }
  }

  /// `page` for `man`.
  public func roff(_ page: Page) -> String {
    var writer = RoffWriter(
      page.manualName, section: page == .brief ? 1 : 7, date: Self.date,
      source: "brief \(Self.version)",
      title: page == .brief ? "User Commands" : "The brief manual")
    writer.append(
      Markdown("# Name\n\n\(page.manualName) \\- \(page.summary)"), sectionLevel: 1)
    if page == .brief {
      writer.append(Markdown(ManualText.program), sectionLevel: 1)
      writer.append(Markdown(commandList), sectionLevel: 2)
    } else {
      var document = Markdown(markdown(page))
      // The title is the name above, and the first paragraph the description.
      if case .heading(level: 1, _)? = document.blocks.first {
        document.blocks[0] = .heading(level: 2, "Description")
      }
      writer.append(document, sectionLevel: 2)
    }
    writer.append(Markdown("# See also\n\n\(page.related)"), sectionLevel: 1)
    return writer.page
  }

  private func deepened(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasPrefix("#") ? "#" + $0 : String($0) }.joined(separator: "\n")
  }

  /// The commands by subject, with their purposes.
  private var commandList: String {
    var text = "## Commands\n"
    for subject in CommandSubject.allCases {
      let members = commands.filter { $0.subject == subject }
      if members.isEmpty { continue }
      text += "\n### \(subject.rawValue)\n\n| Command | |\n| --- | --- |\n"
      for command in members {
        text +=
          "| \(MarkdownSpan.cell(code: command.name)) | \(MarkdownSpan.escaped(command.purpose)) |\n"
      }
    }
    return text
  }
}

extension Manual.Page {
  /// What it is called in the manual.
  public var manualName: String { self == .brief ? "brief" : "brief-\(rawValue)" }

  fileprivate var summary: String {
    switch self {
    case .brief: "read press briefings and ask who said what"
    case .language: "the language of brief"
    case .commands: "the commands of brief"
    case .functions: "functions and figures of the language of brief"
    case .types: "types of the language of brief"
    case .errors: "messages of brief and what they mean"
    }
  }

  fileprivate var related: String {
    switch self {
    case .brief: "`brief-language(7)`"
    case .language: "`brief(1)`"
    default: "`brief(1)`, `brief-language(7)`"
    }
  }
}
