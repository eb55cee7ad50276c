import BriefSource

extension ScriptOutline {
  /// What the script says of itself as a page of Markdown: its title and introduction, how it is
  /// called, its parameters, what it needs, its functions, modules and exercises.
  ///
  /// The title is the first line of the comment at the beginning, or the name of the file.
  ///
  /// - Parameter path: How the script is called on the command line.
  public func markdown(path: String) -> String {
    let title = introduction.first { !$0.isEmpty } ?? Self.fileName(path)
    var text = "# \(title)\n"
    let rest = introduction.drop { $0.isEmpty }.dropFirst()
    let body = rest.joined(separator: "\n").trimmingLineEnds
    if !body.isEmpty { text += "\n\(body)\n" }

    text += "\n## Usage\n\n    \(usage(path: path))\n"
    if !parameters.isEmpty {
      text += "\n## Parameters\n\n| parameter | type | without it | |\n| --- | --- | --- | --- |\n"
      for parameter in parameters {
        let standard = parameter.standard.map { Self.code($0) } ?? "has to be given"
        let cells = [
          Self.code("--" + parameter.name), parameter.type, standard,
          MarkdownWriter.escaped(parameter.purpose ?? ""),
        ]
        text += "|" + cells.map { $0.isEmpty ? " |" : " \($0) |" }.joined() + "\n"
      }
    }
    if !needs.isEmpty {
      text += "\n## Needs\n\n"
      for need in needs { text += "- \(need.access)s \(Self.code(need.path))\n" }
    }
    if !modules.isEmpty {
      text += "\n## Modules\n\n"
      for module in modules { text += "- \(Self.code(module))\n" }
    }
    if !functions.isEmpty {
      text += "\n## Functions\n"
      for function in functions {
        text += "\n### \(Self.code(function.usage))\n"
        if let purpose = function.purpose { text += "\n\(MarkdownWriter.escaped(purpose))\n" }
      }
    }
    if !exercises.isEmpty {
      text += "\n## Exercises\n\n"
      for (index, title) in exerciseTitles.enumerated() {
        text += "\(index + 1). \(MarkdownWriter.escaped(title))\n"
      }
    }
    return DisplayText.harmless(text.expandingTabs, keepingLineEnds: true)
  }

  /// How the script is run from a command line: `brief run week.brief [--since DATE] [FILE…]`.
  public func usage(path: String) -> String {
    (["brief run", path] + parameters.map(\.usage) + ["[FILE…]"]).joined(separator: " ")
  }

  private static func fileName(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// `text` on one line between as many marks as it takes; a bar is hidden from the table.
  private static func code(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    var longest = 0
    var run = 0
    for byte in line.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    let marks = String(repeating: "`", count: longest + 1)
    // A code span cannot begin or end with a mark.
    let space = line.isEmpty || longest > 0 ? " " : ""
    return marks + space
      + line.split(separator: "|", omittingEmptySubsequences: false)
      .joined(separator: "\\|") + space + marks
  }
}

extension String {
  /// Without empty lines at its ends.
  fileprivate var trimmingLineEnds: String {
    var lines = split(separator: "\n", omittingEmptySubsequences: false)[...]
    while lines.first?.allSatisfy(\.isWhitespace) ?? false { lines.removeFirst() }
    while lines.last?.allSatisfy(\.isWhitespace) ?? false { lines.removeLast() }
    return lines.joined(separator: "\n")
  }

  /// With spaces for tabs.
  fileprivate var expandingTabs: String { String(map { $0 == "\t" ? " " : $0 }) }
}
