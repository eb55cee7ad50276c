import BriefSource
import BriefTestSupport
import Testing

@testable import BriefScript

/// Formulas over columns give what they give row by row.
@Suite("Vectors")
struct VectorTests {
  /// Gives a table of random cells, many of them at the edges of their types.
  private struct RowsCommand: Command {
    static let type = TableType([
      .init("a", .int), .init("b", .int), .init("x", .number), .init("y", .number),
      .init("s", .text), .init("t", .text), .init("d", .date), .init("e", .date),
      .init("p", .bool), .init("q", .bool),
    ])

    static var declaration: CommandDeclaration<Self> {
      CommandDeclaration(
        "rows", .tables, "Gives rows.", input: .nothing, output: .fixed(.table(type)),
        examples: [])
    }

    func run(_ input: Value, in context: CommandContext<Table>) throws(ScriptError) -> Value {
      .table(context.host)
    }
  }

  private static let words = ["Dell", "dell", "Renn", "É", "E\u{301}", "", "\u{212A}", "K", "zz"]

  private static func table(_ random: inout Random, rows: Int, isWild: Bool) -> Table {
    let source = Source(name: "rows.csv", text: words.joined(separator: "\n"))
    func cell(_ value: Value) -> Value { random.once(in: 7) ? .missing : value }
    func int() -> Value {
      if isWild, random.once(in: 200) { return .int(random.once(in: 2) ? .max : .min) }
      return .int(random.below(7) - 3)
    }
    func number() -> Value {
      if isWild, random.once(in: 200) { return .number(1.7e308) }
      return random.once(in: 9) ? .number(-0.0) : .number(Double(random.below(9) - 4) / 2)
    }
    func text() -> Value {
      if random.once(in: 2) { return .text(random.pick(words) ?? "") }
      let line = source.lineRange(random.below(words.count))
      return .text(.excerpt(source, line))
    }
    func date() -> Value {
      let (month, day) = (1 + random.below(3), 1 + random.below(5))
      let date =
        random.once(in: 5)
        ? CalendarDate(year: 2025, month: random.once(in: 2) ? month : nil)
        : CalendarDate(year: 2025, month: month, day: day)
      return date.map(Value.date) ?? .missing
    }
    let cells = (0..<rows).map { _ in
      [
        cell(int()), cell(int()), cell(number()), cell(number()), cell(text()), cell(text()),
        cell(date()), cell(date()), cell(.bool(random.once(in: 2))),
        cell(.bool(random.once(in: 2))),
      ]
    }
    let table = Table(RowsCommand.type, rows: cells)
    // Rows need not be the positions in order.
    return random.once(in: 2) ? table : table.selecting((0..<rows).map { _ in random.below(rows) })
  }

  // MARK: Formulas

  private static func number(_ random: inout Random, _ depth: Int) -> String {
    if depth == 0 || random.once(in: 3) {
      return random.pick([
        "a", "b", "x", "y", "2", "0", "1.5", "-3", "$k", "9223372036854775807", "1e308",
      ]) ?? ""
    }
    let (left, right) = (number(&random, depth - 1), number(&random, depth - 1))
    switch random.below(6) {
    case 0: return "(\(left) + \(right))"
    case 1: return "(\(left) - \(right))"
    case 2: return "(\(left) * \(right))"
    case 3: return "(\(left) / \(right))"
    case 4: return "(a % \(random.pick(["b", "2", "-1"]) ?? ""))"
    default: return "(- \(left))"
    }
  }

  private static func condition(_ random: inout Random, _ depth: Int) -> String {
    let comparison = random.pick(["==", "!=", "<", "<=", ">", ">="]) ?? ""
    if depth > 0, !random.once(in: 3) {
      let (left, right) = (condition(&random, depth - 1), condition(&random, depth - 1))
      return random.pick(["(\(left) and \(right))", "(\(left) or \(right))", "(not \(left))"]) ?? ""
    }
    switch random.below(11) {
    case 0...3: return "(\(number(&random, 1)) \(comparison) \(number(&random, 1)))"
    case 4:
      let right = random.pick(["t", "\"Dell\"", "\"É\"", "\"K\"", "$w", "\"\""]) ?? ""
      return "(s \(comparison) \(right))"
    case 5:
      let right = random.pick(["e", "2025-02-03", "2025-02", "(2025-01-01 + days(40))"]) ?? ""
      return "(d \(comparison) \(right))"
    case 6: return "(a in \(random.pick(["-1..2", "[1, 2]", "[]", "b..2", "[1, missing]"]) ?? ""))"
    case 7: return "(s in [\"K\", \"É\", \"zz\"])"
    case 8: return "(d in \(random.pick(["2025-02", "2025-01-02..2025-02", "e"]) ?? ""))"
    case 9:
      return random.pick(["p", "(p == q)", "(p != true)", "(s ~ r\"(?i)^d\")", "(x == a)"]) ?? ""
    default:
      let name = random.pick(["a", "x", "s", "d", "p"]) ?? ""
      return "(\(name) \(random.pick(["==", "!="]) ?? "") missing)"
    }
  }

  private static func statement(_ random: inout Random) -> String {
    switch random.below(4) {
    case 0, 1: return "rows | where \(condition(&random, 2))"
    case 2: return "rows | derive r = \(number(&random, 3)), c = \(condition(&random, 1))"
    default:
      let key = random.pick(["a", "s", "d", "p", "x", "s, p", "a, b", "d, s, p"]) ?? ""
      let figures = ["sum", "mean", "min", "max", "count", "median"].map {
        "m_\($0) = \($0)(\(number(&random, 1)))"
      }
      return
        "rows | group \(key) [ n = count(), filled = count(t), \(figures.joined(separator: ", ")) ]"
    }
  }

  // MARK: Running

  private final class Output: OutputSink {
    var values: [Value] = []
    func emit(_ value: Value) throws(ScriptError) { values.append(value) }
    func report(_ diagnostic: Diagnostic) {}
  }

  /// What a statement prints, or why it fails; a float's bits decide, not its size.
  private func outcome(_ statement: String, _ table: Table, isVectorising: Bool) -> String {
    let output = Output()
    let engine = Engine(
      commands: CommandSet([AnyCommand(RowsCommand.self, host: table)]), output: output)
    engine.isVectorising = isVectorising
    let text = "let k = 1\nlet w = \"Renn\"\n\(statement)"
    switch engine.run(Source(name: "test", text: text)) {
    case .failed(let diagnostics):
      return diagnostics.map { DiagnosticRenderer().render($0).plain }.joined()
    case .finished: break
    default: return "stopped"
    }
    guard case .table(let result)? = output.values.last else { return "no table" }
    return (0..<result.count).map { row in
      result.record(row).cells.map { "\($0)" }.joined(separator: "|")
    }.joined(separator: "\n")
  }

  @Test(arguments: 0..<8)
  func columnsAgreeWithRows(seed: Int) {
    var random = Random(seed: UInt64(seed) + 77)
    var failures = 0
    var successes = 0
    for _ in 0..<25 {
      let isWild = random.once(in: 4)
      let table = Self.table(
        &random, rows: random.pick([0, 1, 40, 90, 1100]) ?? 1, isWild: isWild)
      let statement = Self.statement(&random)
      let fast = outcome(statement, table, isVectorising: true)
      let slow = outcome(statement, table, isVectorising: false)
      #expect(fast == slow, "\(statement)")
      if slow.hasPrefix("error") { failures += 1 } else { successes += 1 }
    }
    // Both ends are met: results, and mistakes in a row.
    #expect(failures > 0)
    #expect(successes > 0)
  }

  @Test func theCommonFormulasAreComputedByColumns() throws {
    var random = Random(seed: 5)
    let table = Self.table(&random, rows: 100, isWild: false)
    for condition in [
      "a > 2", "x <= 1.5 and not p", "s == \"Dell\" or t != missing", "d >= 2025-02",
      "d in 2025-01-02..2025-02-03", "a in [1, 2]", "a * 2 + b > x / 2", "s < t", "s ~ r\"l\"",
    ] {
      let engine = Engine(
        commands: CommandSet([AnyCommand(RowsCommand.self, host: table)]), output: Output())
      let checked = engine.checked(Source(name: "test", text: "rows | where \(condition)"))
      #expect(checked.findings.all.isEmpty, "\(condition)")
      guard case .emit(let pipeline)? = checked.plan.statements.last,
        case .filter(let formula, _)? = pipeline.stages.last
      else {
        Issue.record("no filter in \(condition)")
        continue
      }
      let vectors = VectorEvaluator(table, slots: [], rows: 0..<table.count)
      #expect(vectors.truths(formula)?.count == table.count, "\(condition)")
    }
  }

  @Test(arguments: ["int", "number", "date"], [false, true])
  func keysSortAsValuesDo(column: String, descending: Bool) throws {
    var random = Random(seed: 11)
    for rows in [0, 3, 64, 700] {
      let values: [Value] = (0..<rows).map { _ in
        if random.once(in: 9) { return .missing }
        switch column {
        case "int":
          return .int(random.once(in: 20) ? .min + 1 : Int(truncatingIfNeeded: random.next()) / 2)
        case "number":
          return .number(Double(random.below(2000) - 1000) / 7 * (random.once(in: 9) ? 0 : 1))
        default:
          return CalendarDate(year: 1 + random.below(9999), month: 1 + random.below(12))
            .map(Value.date) ?? .missing
        }
      }
      let type: ValueType = column == "int" ? .int : column == "number" ? .number : .date
      let table = Table(TableType([.init("v", type)]), rows: values.map { [$0] })
      let storage = try #require(table.storage(of: "v"))
      let keys = try #require(SortKeys(storage, table.rows, descending: descending))
      let expected = ColumnNumbering.order(storage, table.rows)
        .sorting(table.rows, descending: descending)
      #expect(keys.sorting(table.rows) == expected)
    }
  }
}
