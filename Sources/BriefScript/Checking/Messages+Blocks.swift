import BriefSource

// The messages about declarations, blocks, functions, modules and files; see Messages.swift.

extension Message {
  static func branchesDiffer(_ first: ValueType, _ second: ValueType) -> Message {
    Message(
      "branches-differ", "'if' gives \(first.phrase) and 'else' gives \(second.phrase)",
      help: "both blocks have to give the same, since one of them is the value here")
  }

  static func brokenPromise(
    _ function: String, _ promised: ValueType, _ found: ValueType
  ) -> Message {
    Message(
      "wrong-type",
      "'\(function)' says that it gives \(promised.phrase), but gives \(found.phrase)",
      help: promised == .int && found == .number
        ? "`round(…)` makes an int of a number" : "write after '->' what it gives, or leave it out")
  }

  static func circularUse(_ path: String) -> Message {
    Message(
      "circular-use", "\(quoted(path)) uses this module itself",
      help: "put what both need into a third module")
  }

  static let emptyPath = Message("empty-path", "a path has at least one character")

  /// - Parameter isInModule: Whether the place is in a module, which says nothing of files itself.
  static func fileNotNamed(
    _ access: FileAccess, _ path: String, _ named: [String], isInModule: Bool = false
  ) -> Message {
    let verb = access == .read ? "reads" : "writes"
    let label: String
    if named.isEmpty {
      label = "it does not say that it \(verb) anything"
    } else {
      label = "it \(verb) \(list(named.map { quoted($0) })) only"
    }
    let suggestion = Value.text(path).written
    return Message(
      "file-not-named", "the script does not say that it \(verb) \(quoted(path))", label: label,
      help: isInModule
        ? "write `needs \(access.rawValue) \(suggestion)` in the script that uses this module"
        : "write `needs \(access.rawValue) \(suggestion)` at its beginning, or name its folder")
  }

  static func incompleteExercise(_ part: String) -> Message {
    Message("incomplete-exercise", "the exercise has no \(part)")
  }

  static func memoryLimit(_ bytes: Int) -> Message {
    Message(
      "memory-limit", "the script takes more than \(bytes / (1 << 20)) MB of memory",
      help: "work on fewer texts at a time, or allow more with `--max-memory`")
  }

  static func missingDollar(_ name: String, example: String) -> Message {
    Message("missing-dollar", "a variable begins with '$'", help: "as in `\(example)`")
  }

  static func missingElse(_ type: ValueType) -> Message {
    Message(
      "missing-else", "'if' without 'else' gives no value when its condition does not hold",
      label: "this gives \(type.phrase)", help: "add `else { … }`, which gives the same")
  }

  static func missingParameter(_ name: String, _ type: ValueType, _ purpose: String?) -> Message {
    Message(
      "missing-parameter", "the parameter '\(name)' has no value", label: purpose,
      help: "give \(type.phrase) after the name of the script: `--\(name) …`")
  }

  static func nameTaken(_ name: String, _ owner: String) -> Message {
    Message("name-taken", "'\(name)' is \(owner) already", help: "take another name")
  }

  /// - Parameter target: The name of the file that the path leads to, where that has another ending.
  static func noModule(_ path: String, leadingTo target: String? = nil) -> Message {
    if let target {
      return Message(
        "no-module",
        "\(quoted(path)) is no module: it is a link to \(quoted(target)), whose name does not end "
          + "with '.brief'",
        help: "a script reads other files with `load` or `open`, and says that it `needs` them")
    }
    return Message(
      "no-module", "\(quoted(path)) is no module: its name does not end with '.brief'",
      help: "`load` reads briefings, `focus` chooses one")
  }

  static func notInBlock(_ word: String) -> Message {
    Message("not-in-block", "'\(word)' stands outside of blocks", help: "move it out of the braces")
  }

  static let notInModule = Message(
    "not-in-module", "a module only gives names: with 'let', 'def' and 'use'",
    help: "move this into the script that uses the module")

  static func notLiteral(_ name: String) -> Message {
    Message(
      "not-literal", "the value of '\(name)' when none is given has to be written out",
      help: "as in `= 3`, `= \"Geneva\"` or `= 2025-10-01`")
  }

  static func parameterType(_ type: ValueType) -> Message {
    Message(
      "parameter-type", "\(type.phrase) cannot be given on the command line",
      help: "a parameter is text, an int, a number, a bool, a date or a list of texts")
  }

  static func repeatedExercise(_ name: String) -> Message {
    Message("repeated-exercise", "there is an exercise \(quoted(name)) already")
  }

  static func repeatedFormal(_ name: String) -> Message {
    Message("repeated-formal", "'\(name)' stands twice in the brackets")
  }

  static func repeatedItem(_ word: String) -> Message {
    Message("repeated-item", "an exercise has one '\(word)'", help: "take one of them away")
  }

  static func requiredAfterOptional(_ name: String, after other: String) -> Message {
    Message(
      "required-after-optional", "'\(name)' has to be given, but '\(other)' before it need not be",
      help: "put '\(name)' before '\(other)', or give it a value with '='")
  }

  static func rowLimit(_ count: Int, _ limit: Int) -> Message {
    Message(
      "row-limit", "this gives \(count) rows, and \(limit) are allowed",
      help: "keep fewer rows, or allow more with `--max-rows`")
  }

  static func unreadableModule(_ path: String, _ reason: String) -> Message {
    Message(
      "unreadable-module", reason,
      help: "the file is looked for beside the script that uses it")
  }

  static func unused(_ name: String, _ kind: Checker.BindingKind) -> Message {
    let what: String
    switch kind {
    case .function: what = "the function '\(name)'"
    case .parameter: what = "the parameter '\(name)'"
    default: what = "'$\(name)'"
    }
    return Message(
      "unused", "\(what) is never used",
      help: "take it away, or call it `_\(name)` if that is meant", severity: .warning)
  }
}
