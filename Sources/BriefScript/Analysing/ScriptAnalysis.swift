import BriefSource

/// What is known of a script without running it: its mistakes, and what its names mean.
public struct ScriptAnalysis: Sendable {
  /// The script.
  public let source: Source
  /// The mistakes, in text order; empty when it is right, warnings apart.
  public let findings: [Diagnostic]
  /// The names whose meaning is known, in text order; no two overlap.
  public let symbols: [Symbol]

  init(_ checker: Checker) {
    source = checker.script.source
    findings = checker.findings.inOrder.map { Self.brought($0, into: checker.script) }
    var symbols: [Symbol] = []
    for symbol in (checker.symbols ?? []).sorted(by: { $0.range < $1.range }) {
      if let last = symbols.last, symbol.range.start < last.range.end { continue }
      symbols.append(symbol)
    }
    self.symbols = symbols
  }

  /// A finding, or one about a module told where the script uses modules.
  private static func brought(_ finding: Diagnostic, into script: Script) -> Diagnostic {
    guard let source = finding.source, source !== script.source else { return finding }
    let use = script.statements.lazy.compactMap { statement in
      if case .use(let module) = statement.kind { module.range } else { nil as TextRange? }
    }.first
    return Diagnostic(
      id: finding.id, severity: finding.severity,
      "\(finding.citation ?? source.name): \(finding.message)", source: script.source,
      range: use ?? .at(0), help: finding.help)
  }

  /// The name that the byte at `offset` belongs to, or that ends there.
  ///
  /// Logarithmic in the number of names.
  public func symbol(at offset: Int) -> Symbol? {
    var low = 0
    var high = symbols.count
    while low < high {
      let middle = (low + high) / 2
      if symbols[middle].range.start <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0, offset <= symbols[low - 1].range.end else { return nil }
    return symbols[low - 1]
  }

  /// Where the name that was bound at `place` stands, there and wherever it is used, in text order.
  ///
  /// Linear in the number of names.
  public func occurrences(ofNameBoundAt place: TextRange) -> [Symbol] {
    symbols.filter { $0.place == place }
  }

  /// Whether `text` can be the name of a variable or a column.
  public static func isName(_ text: String) -> Bool {
    let lexer = Lexer(Source(name: "", text: text))
    return !text.isEmpty && lexer.nameEnd(from: 0) == lexer.bytes.count
  }

  /// The names that are bound in the script, in text order.
  public var bindings: [Symbol] { symbols.filter(\.isBinding) }
}

extension Engine {
  /// Checks `source` as a script and takes note of what its names mean; nothing is run.
  ///
  /// Linear in the length of the source, but for sorting the names.
  public func analysis(of source: Source) -> ScriptAnalysis {
    ScriptAnalysis(checked(source, from: .script(arguments: nil), isNoting: true))
  }
}
