import BriefSource
import BriefTestSupport
import Testing

@testable import BriefScript

/// Joined, united and pivoted tables agree with the plainest way to make them.
@Suite("Joined, united and pivoted tables")
struct JoiningTests {
  private static let names = ["b", "A", "a", "é", "e\u{301}", "", "zebra"]

  /// A table with the columns `text`, `n` and `day` of few different values, some missing, and a
  /// column `id` of its rows. Some rows are left out and some come twice.
  private func table(
    rows: Int, seed: UInt64, n: ValueType = .int, id: String = "id"
  ) -> Table {
    var random = Random(seed: seed)
    let source = Source(name: id, text: Self.names.joined(separator: " "))
    let type = TableType([
      .init("text", .text), .init("n", n), .init("day", .date), .init("tags", .list(.int)),
      .init(id, .int),
    ])
    let cells = (0..<rows).map { row -> [Value] in
      func maybe(_ value: Value) -> Value { random.once(in: 6) ? .missing : value }
      let number = random.below(4)
      return [
        maybe(.text(random.pick(Self.names) ?? "")),
        maybe(n == .int ? .int(number) : .number(Double(number) / 2)),
        maybe(
          CalendarDate(year: 2025, month: 1 + random.below(2), day: 1 + random.below(2))
            .map(Value.date) ?? .missing),
        maybe(.list([.int(random.below(2))])), .int(row),
      ]
    }
    let places = (0..<rows).map { Place(source, TextRange($0 % 8, $0 % 8 + 1)) }
    return Table(type, rows: cells, origins: Places(places: places))
      .selecting((0..<rows).map { _ in random.below(max(1, rows)) })
  }

  private struct Places: RowOrigins {
    let places: [Place]
    func thing(of position: Int) -> Any? { position }
    func place(of position: Int) -> Place? { places[position] }
    func explanation(of position: Int) -> Explanation? { nil }
  }

  private func rows(of table: Table) -> [[Value]] {
    (0..<table.count).map { table.record($0).cells }
  }

  // MARK: join

  private static let keys = [["text"], ["n"], ["day"], ["tags"], ["n", "text"], ["day", "tags"]]

  @Test(arguments: keys, [JoinedRows.all, .matched, .unmatched])
  func joiningAgreesWithNestedLoops(keys: [String], kept: JoinedRows) throws {
    for (seed, size) in [0, 1, 7, 60].enumerated() {
      let left = table(rows: size, seed: UInt64(seed))
      for type in [ValueType.int, .number] {
        let right = table(rows: 40, seed: UInt64(seed + 50), n: type, id: "other")
          .selecting(columns: keys + ["other"])
        let joined = try left.joined(with: right, by: keys, keeping: kept)
        var expected: [[Value]] = []
        var homes: [Int] = []
        for row in 0..<left.count {
          let record = left.record(row)
          let matches = (0..<right.count).filter { match in
            keys.allSatisfy { key in
              let (here, there) = (record[key], right.record(match)[key])
              return here?.isMissing == false && here == there
            }
          }
          var added = matches.map { [right.record($0)["other"] ?? .missing] }
          switch kept {
          case .all: if added.isEmpty { added = [[.missing]] }
          case .matched: break
          case .unmatched: added = added.isEmpty ? [[]] : []
          }
          expected += added.map { record.cells + $0 }
          homes += added.map { _ in row }
        }
        #expect(rows(of: joined) == expected)
        #expect(
          joined.type.names == left.type.names + (kept == .unmatched ? [] : ["other"]))
        #expect((0..<joined.count).map { joined.place(of: $0) } == homes.map(left.place(of:)))
        #expect(joined.things(Int.self)?.count == expected.count)
      }
    }
  }

  @Test func aJoinedTableCanBeJoinedSortedAndGrown() throws {
    let left = table(rows: 30, seed: 1)
    let right = table(rows: 30, seed: 2, id: "other").selecting(columns: ["n", "other"])
    let joined = try left.joined(with: right, by: ["n"]).sorted(by: ["other"], descending: true)
    let others = try #require(joined.column("other"))
    #expect(
      others
        == others.sorted {
          $0.isMissing || $1.isMissing ? !$0.isMissing : Value.order($0, $1) > 0
        })
    let grown = joined.adding(.init("row", .int), values: (0..<joined.count).map { .int($0) })
    #expect(grown.column("row") == (0..<joined.count).map { .int($0) })
    #expect(grown.column("id") == joined.column("id"))
    let again = try grown.joined(with: right.renaming("other", to: "third"), by: ["n"])
    #expect(again.count >= joined.count && again.type.names.last == "third")
  }

  @Test func aJoinThatIsTooLargeIsRefused() {
    let ones = Table(TableType([.init("a", .int)]), rows: Array(repeating: [.int(1)], count: 4000))
    let error = #expect(throws: CallProblem.self) { _ = try ones.joined(with: ones, by: ["a"]) }
    #expect(error?.id == "too-large-table")
  }

  // MARK: union

  @Test func unitingIsWritingOneAfterTheOther() throws {
    let tables = (0..<4).map { seed in
      table(rows: seed * 7, seed: UInt64(seed), n: seed == 2 ? .number : .int)
    }
    let turned = tables.map { $0.selecting(columns: ["id", "tags", "n", "day", "text"]) }
    let united = try tables[3].united(with: turned)
    let others = tables.flatMap(rows(of:))
    #expect(rows(of: united) == rows(of: tables[3]) + others)
    #expect(united.type["n"]?.type == .number && united.type.names == tables[3].type.names)
    let places = ([tables[3]] + tables).flatMap { table in
      (0..<table.count).map { table.place(of: $0) }
    }
    #expect((0..<united.count).map { united.place(of: $0) } == places)
    #expect(try united.united(with: []).column("id") == united.column("id"))
  }

  @Test func aUnionThatIsTooLargeIsRefused() throws {
    var table = Table(TableType([.init("a", .int)]), rows: [[.int(1)]])
    let error = #expect(throws: CallProblem.self) {
      for _ in 0..<30 { table = try table.united(with: [table]) }
    }
    #expect(error?.id == "too-large-table" && table.count > 1_000_000)
  }

  // MARK: pivot

  @Test(arguments: ["text", "n", "day"], [nil, ["a", "1", "2025-01-02", "none"]])
  func pivotingAgreesWithLookingUpEveryCell(name: String, into: [String]?) throws {
    for seed in 0..<6 {
      let keys = ["text", "n", "day"].filter { $0 != name }
      let table = table(rows: [0, 1, 9, 40, 90, 200][seed], seed: UInt64(seed))
        .distinct(keys + [name]).selecting(columns: keys + [name, "id"])
      let pivoted = try table.pivoted(name, values: "id", into: into)
      // Equal texts may be written in two ways; the first one names the column.
      let values = (table.column(name) ?? []).map(\.plainText)
      var expectedNames: [String] = into ?? []
      if into == nil {
        for value in values where !value.isEmpty && !expectedNames.contains(value) {
          expectedNames.append(value)
        }
      }
      #expect(pivoted.table.type.names == keys + expectedNames)
      let combinations = table.distinct(keys).selecting(columns: keys)
      let expected = (0..<combinations.count).map { row -> [Value] in
        let shared = combinations.record(row).cells
        return shared
          + expectedNames.map { wanted in
            (0..<table.count).first { candidate in
              let record = table.record(candidate)
              return keys.map { record[$0] ?? .missing } == shared
                && record[name]?.plainText == wanted
            }.flatMap { table.record($0)["id"] } ?? .missing
          }
      }
      #expect(rows(of: pivoted.table) == expected)
      #expect(pivoted.unnamed == values.count { $0.isEmpty })
      let unlisted = values.filter { !$0.isEmpty && !expectedNames.contains($0) }
      #expect(pivoted.unlisted == unlisted.count && pivoted.firstUnlisted == unlisted.first)
      #expect((pivoted.table.type.openedBy == nil) == (into != nil))
      for row in 0..<pivoted.table.count {
        #expect(pivoted.table.place(of: row) == combinations.place(of: row))
      }
    }
  }

  @Test func twoRowsForOneCellAreAMistake() {
    let type = TableType([.init("who", .text), .init("how", .text), .init("n", .int)])
    let table = Table(
      type,
      rows: [
        [.text("a"), .text("x"), .int(1)], [.text("b"), .text("x"), .int(2)],
        [.text("a"), .text("x"), .missing],
      ])
    let error = #expect(throws: CallProblem.self) { _ = try table.pivoted("how", values: "n") }
    #expect(error?.id == "two-for-one-cell")
    #expect(error?.message == "rows 1 and 3 want the same cell: who 'a', how 'x'")
  }

  @Test func rowsOfOpenTablesKeepAllColumns() throws {
    let type = TableType([.init("who", .text), .init("how", .text), .init("n", .int)])
    let tables = try ["x", "y"].map { how in
      try Table(type, rows: [[.text("a"), .text(how), .int(1)]]).pivoted("how", values: "n").table
    }
    let known = try type.pivoted("how", values: "n", into: nil)
    let all = Table.joining(tables, type: known)
    #expect(all.type.names == ["who", "x", "y"] && all.type.furtherCount == 2)
    #expect(
      rows(of: all) == [[.text("a"), .int(1), .missing], [.text("a"), .missing, .int(1)]])
  }

  @Test func newColumnsStandWhereTheCheckerExpectsThem() throws {
    let type = TableType([.init("who", .text), .init("how", .text), .init("n", .int)])
    let table = Table(
      type,
      rows: [
        [.text("a"), .text("x"), .int(1)], [.text("b"), .text("y"), .int(2)],
      ])
    let known = try type.pivoted("how", values: "n", into: nil)
    let made = try table.pivoted("how", values: "n").table
    #expect(known.names == ["who"] && made.type.names == ["who", "x", "y"])
    let column = TableType.Column("y", .bool)
    let grown = made.adding(column, values: [.bool(true), .bool(false)])
    #expect(known.adding(column).index(of: "y") == grown.type.index(of: "y"))
    #expect(grown.type.names == ["who", "y", "x"])
    #expect(rows(of: grown)[1] == [.text("b"), .bool(false), .missing])
    let dropped = grown.dropping(["who", "x"])
    #expect(dropped.adding(.init("z", .int), values: []).type.names == ["y", "z"])
    #expect(grown.selecting(columns: ["y"]).type == TableType([column]))
  }
}
