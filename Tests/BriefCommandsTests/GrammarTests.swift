import BriefCommands
import BriefSource
import BriefTestSupport
import Testing

@testable import BriefScript

/// The grammar that colours scripts in editors is right, and knows what the program knows.
@Suite(.serialized) struct GrammarTests {
  private static let directory = "\(ProjectFiles.root)/Scripts/editors/vscode"
  private static let path = "\(directory)/brief.tmLanguage.json"

  private func json(_ name: String) throws -> JSONValue {
    try JSONReader.read(Array(try TextFile.read("\(Self.directory)/\(name)").utf8))
  }

  private func grammar() throws -> JSONValue { try json("brief.tmLanguage.json") }

  /// Every object in `value`, itself among them.
  private func objects(in value: JSONValue) -> [JSONValue] {
    switch value {
    case .object(let object): [value] + object.members.flatMap { objects(in: $0.value) }
    case .array(let elements): elements.flatMap { objects(in: $0) }
    default: []
    }
  }

  /// Every regular expression, with the scopes of what it finds.
  private func patterns() throws -> [(pattern: String, scopes: [String])] {
    objects(in: try grammar()).flatMap { rule -> [(String, [String])] in
      [("match", "captures"), ("begin", "beginCaptures"), ("end", "endCaptures")].compactMap {
        key, captures in
        guard let pattern = rule[key]?.string else { return nil }
        let scopes = rule[captures]?.object?.members.compactMap { $0.value["name"]?.string } ?? []
        return (pattern, scopes + (rule["name"]?.string.map { [$0] } ?? []))
      }
    }
  }

  // MARK: Form

  @Test func theExtensionNamesFilesThatExist() throws {
    let manifest = try json("package.json")
    let contributions = try #require(manifest["contributes"])
    let language = try #require(contributions["languages"]?.array?.first)
    #expect(language["extensions"] == .array([.string(".brief")]))
    #expect(language["configuration"]?.string == "./language-configuration.json")
    #expect(try json("language-configuration.json")["comments"]?["lineComment"]?.string == "#")
    let entry = try #require(contributions["grammars"]?.array?.first)
    #expect(entry["path"]?.string == "./brief.tmLanguage.json")
    #expect(entry["language"] == language["id"])
    #expect(try entry["scopeName"] == grammar()["scopeName"])
  }

  @Test func everyRegularExpressionIsOne() throws {
    let patterns = try patterns()
    #expect(patterns.count > 50)
    for (pattern, _) in patterns {
      #expect(throws: Never.self, "\(pattern)") { try Regex(pattern) }
    }
  }

  @Test func everyRuleIsThereAndUsed() throws {
    let grammar = try grammar()
    let repository = try #require(grammar["repository"]?.object?.members.map(\.name))
    let included = Set(objects(in: grammar).compactMap { $0["include"]?.string })
    #expect(included == Set(repository.map { "#" + $0 }))
  }

  // MARK: Words

  /// The alternatives of the regular expression of a rule, as they stand in its first brackets.
  private func alternatives(_ pattern: String?) throws -> String {
    let pattern = try #require(pattern)
    let start = try #require(pattern.firstIndex(of: "("))
    let end = try #require(pattern.firstIndex(of: ")"))
    return String(pattern[pattern.index(after: start)..<end])
  }

  @Test func theCommandsAreThoseOfTheProgram() throws {
    let written = try alternatives(try grammar()["repository"]?["command"]?["begin"]?.string)
    let commands = AllCommands.working(on: Session()).all.map(\.name).joined(separator: "|")
    if ProcessEnvironment["BRIEF_RECORD"] != nil {
      let text = try TextFile.read(Self.path)
      try TextFile.write(text.replacing("(\(written))", with: "(\(commands))"), to: Self.path)
    } else {
      #expect(written == commands)
    }
  }

  @Test func theTypesAreThoseOfTheLanguage() throws {
    let names = ValueType.named.map(\.name).joined(separator: "|")
    #expect(try grammar()["repository"]?["type"]?["match"]?.string?.contains("(\(names))") == true)
  }

  /// Whether a rule for words of the language finds `word` at the beginning of a statement or
  /// formula.
  private func isKeyword(_ word: String) throws -> Bool {
    for (pattern, scopes) in try patterns() {
      guard
        scopes.contains(where: { $0.hasPrefix("keyword.") || $0.hasPrefix("constant.language") })
      else { continue }
      let found = try Regex(pattern).prefixMatch(in: word + " 1 ")
      if let found,
        (0..<found.output.count).contains(where: { found.output[$0].substring == word[...] })
      {
        return true
      }
    }
    return false
  }

  @Test func theWordsOfTheLanguageAreKnown() throws {
    let words =
      """
      brief param needs use let def for in if else assert exercise title ask hint given check \
      solution where derive group each and or not true false missing
      """.split(separator: " ").map(String.init)
    for word in words + StageWord.all.map(\.word) + StageWord.statements.map(\.word) {
      #expect(try isKeyword(word), "\(word)")
    }
    for word in ["lets", "speaker", "wherever", "quotes", "android", "truest"] {
      #expect(try !isKeyword(word), "\(word)")
    }
  }

  // MARK: What is found

  @Test(arguments: [
    ("constant.other.date.brief", "2025-11-14", "2025-11-14"),
    ("constant.other.date.brief", "2025-11 |", "2025-11"),
    ("constant.other.date.brief", "2025", nil),
    ("constant.numeric.brief", "1_000.5e-3)", "1_000.5e-3"),
    ("constant.numeric.brief", "1..5", "1"),
    ("comment.line.number-sign.brief", "# who | speaks", "# who | speaks"),
    ("entity.other.attribute-name.flag.brief", "--kind=direct", "--kind="),
    ("entity.other.attribute-name.flag.brief", "- -kind", nil),
    ("variable.other.brief", "$größe.title.x | take", "$größe.title.x"),
    ("variable.other.brief", "$(quotes)", nil),
    ("support.function.brief", "round(2.5)", "round"),
    ("constant.character.escape.brief", #"\u{1F600}x"#, #"\u{1F600}"#),
    ("constant.character.escape.brief", #"\q"#, nil),
    ("invalid.illegal.escape.brief", #"\q"#, #"\q"#),
    ("string.unquoted.brief", "briefings/week[12]*.txt, x", "briefings/week[12]*.txt"),
    ("string.unquoted.brief", "a#b", "a#b"),
    ("string.unquoted.brief", "#b", nil),
    ("string.quoted.triple.brief", #"""""#, #"""""#),
    ("string.quoted.other.brief", "“Türkiye”", "“"),
    ("string.regexp.brief", #"r"\d""#, #"r""#),
    ("support.function.command.brief", "quotes | take", "quotes"),
    ("support.function.command.brief", "quotesy", nil),
    ("storage.type.brief", ": date = 3", ": date"),
    ("keyword.operator.brief", "?? 1", "??"),
    ("variable.other.definition.brief", "let hers: table = 3", "let hers"),
    ("entity.name.function.brief", "def loudest(of: table)", "def loudest"),
  ])
  func partsAreFound(_ scope: String, _ text: String, _ expected: String?) throws {
    let rules = try patterns().filter { $0.scopes.contains(scope) }
    try #require(!rules.isEmpty)
    let found = try rules.compactMap { rule in
      try Regex(rule.pattern).prefixMatch(in: text).map { String(text[$0.range]) }
    }
    #expect(expected.map { found.contains($0) } ?? found.isEmpty, "\(found)")
  }
}
