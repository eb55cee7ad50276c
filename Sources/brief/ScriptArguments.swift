import BriefScript
import BriefSource

/// What stands after the name of a script: values for its parameters, and files.
struct ScriptArguments {
  /// The values by the name of their parameter, as they were typed.
  private(set) var values: [String: String] = [:]
  /// Everything else.
  private(set) var files: [String] = []

  /// Why they cannot be used.
  struct Refusal: Error {
    let diagnostic: Diagnostic
  }

  /// Reads `arguments` for the script at `path`.
  ///
  /// - Throws: ``Refusal`` when an option is none of the script's, or has no value.
  init(
    _ arguments: [String], for outline: ScriptOutline, of path: String
  ) throws(Refusal) {
    var index = 0
    while index < arguments.count {
      let argument = arguments[index]
      index += 1
      if argument == "--" {
        files += arguments[index...]
        return
      }
      guard argument.hasPrefix("-"), argument != "-" else {
        files.append(argument)
        continue
      }
      let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(parts[0].drop { $0 == "-" })
      guard parts[0].hasPrefix("--"),
        let parameter = outline.parameters.first(where: { $0.name == name })
      else { throw Self.unknown(String(parts[0]), outline, path) }
      if values[name] != nil {
        throw Self.refusal("duplicate-flag", "--\(name) is given twice", nil)
      }
      if parts.count == 2 {
        values[name] = String(parts[1])
      } else if index < arguments.count {
        values[name] = arguments[index]
        index += 1
      } else {
        throw Self.refusal(
          "flag-without-value", "--\(name) wants a value after it, but nothing is there",
          "usage: brief run \(path) \(parameter.usage)")
      }
    }
  }

  private static func unknown(
    _ flag: String, _ outline: ScriptOutline, _ path: String
  ) -> Refusal {
    let names = outline.parameters.map(\.name)
    let bare = String(flag.drop { $0 == "-" })
    let help: String
    if let nearest = Spelling.nearest(to: bare, among: names) ?? names.first(where: { $0 == bare })
    {
      help = "did you mean --\(nearest)?"
    } else if names.isEmpty {
      help = "the script has no parameters; `brief run --help` lists the options of the program"
    } else {
      help = "it has " + names.map { "--\($0)" }.joined(separator: ", ")
    }
    return refusal("unknown-flag", "the script '\(path)' has no parameter for \(flag)", help)
  }

  private static func refusal(_ id: String, _ message: String, _ help: String?) -> Refusal {
    Refusal(diagnostic: Diagnostic(id: id, severity: .error, message, help: help))
  }
}
