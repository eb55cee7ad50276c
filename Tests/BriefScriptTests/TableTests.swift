import BriefSource
import BriefTestSupport
import Testing

@testable import BriefScript

@Suite("Tables")
struct TableTests {
  private static let names = [
    "b", "A", "a", "Éa", "B", "é", "e\u{301}", "", "zebra", "Zebra crossing",
  ]

  /// A table of random cells of every type, some missing.
  private func table(rows: Int, seed: UInt64) -> Table {
    var random = Random(seed: seed)
    let type = TableType([
      .init("text", .text), .init("int", .int), .init("wide", .int), .init("number", .number),
      .init("bool", .bool), .init("date", .date), .init("list", .list(.int)), .init("id", .int),
    ])
    let source = Source(name: "s", text: Self.names.joined(separator: " "))
    return Table(
      type,
      rows: (0..<rows).map { row in
        func maybe(_ value: Value) -> Value { random.once(in: 6) ? .missing : value }
        let start = random.below(source.bytes.count)
        let excerpt = Text.excerpt(source, TextRange(start, min(start + 2, source.bytes.count)))
        let name = Text(random.pick(Self.names) ?? "")
        return [
          maybe(.text(random.once(in: 3) ? excerpt : name)), maybe(.int(random.below(5) - 2)),
          maybe(.int(Int(truncatingIfNeeded: random.next()))),
          maybe(.number(Double(random.below(7)) / 2 - 1)), maybe(.bool(random.once(in: 2))),
          maybe(
            CalendarDate(year: 2025, month: 1 + random.below(3), day: 1 + random.below(3))
              .map(Value.date) ?? .missing),
          maybe(.list([.int(random.below(3))])), .int(row),
        ]
      })
  }

  @Test(arguments: ["text", "int", "wide", "number", "bool", "date", "list"], [false, true])
  func sortingAgreesWithTheOrderOfValues(column: String, descending: Bool) throws {
    let table = table(rows: 300, seed: 7)
    let keys = try #require(table.column(column))
    let expected = keys.indices.sorted { left, right in
      if keys[left].isMissing || keys[right].isMissing {
        return keys[left].isMissing == keys[right].isMissing ? left < right : keys[right].isMissing
      }
      let order = Value.order(keys[left], keys[right]) * (descending ? -1 : 1)
      return order == 0 ? left < right : order < 0
    }
    let sorted = table.sorted(by: [column], descending: descending)
    #expect(sorted.column("id") == expected.map { .int($0) })
  }

  @Test func sortingByTwoColumnsIsSortingTwice() {
    let table = table(rows: 300, seed: 8)
    #expect(
      table.sorted(by: ["text", "int"]).column("id")
        == table.sorted(by: ["int"]).sorted(by: ["text"]).column("id"))
    #expect(table.sorted(by: ["nothing"]).column("id") == table.column("id"))
  }

  @Test(arguments: [["text"], ["int", "bool"], ["number"], ["date", "text", "list"], ["wide"]])
  func groupsAgreeWithTheEqualityOfValues(names: [String]) {
    let table = table(rows: 300, seed: 9)
    var expected: [[Int32]] = []
    var index: [[Value]: Int] = [:]
    for row in 0..<table.count {
      let key = names.map { table.record(row)[$0] ?? .missing }
      if let group = index[key] {
        expected[group].append(Int32(row))
      } else {
        index[key] = expected.count
        expected.append([Int32(row)])
      }
    }
    #expect(table.grouping(by: names).groups == expected)
    #expect(table.distinct(names).count == expected.count)
    let counted = table.counted(by: names)
    #expect(counted.count == expected.count)
    #expect(counted.type.names == names + ["count"])
    let counts = (counted.column("count") ?? []).compactMap {
      if case .int(let count) = $0 { count } else { nil }
    }
    #expect(counts == counts.sorted(by: >) && counts.reduce(0, +) == 300)
  }

  @Test(arguments: AggregateDeclaration.all.map(\.name))
  func figuresOfUnboxedCellsAgree(name: String) throws {
    let aggregate = try #require(AggregateDeclaration.byName[name])
    var random = Random(seed: 3)
    for count in [0, 1, 2, 7, 40] {
      let ints = (0..<count).map { _ in random.below(100) - 50 }
      let numbers = ints.map { Double($0) / 4 }
      guard let running = aggregate.running else { continue }
      let groups = [Int32](repeating: 0, count: count)
      for (vector, values) in [
        (Vector.ints(ints), ints.map(Value.int)), (.numbers(numbers), numbers.map(Value.number)),
      ] {
        var figures = RunningFigures(running, count: 1)
        let isKnown = figures.add(vector, to: groups[...])
        #expect(isKnown)
        #expect(try figures.values == [aggregate.evaluate(values)])
      }
    }
  }

  @Test func orderIsTotal() {
    let table = table(rows: 40, seed: 10)
    let values = table.type.names.flatMap { table.column($0) ?? [] }.prefix(120)
    for left in values {
      for right in values {
        #expect(Value.order(left, right) == -Value.order(right, left))
        if left == right {
          #expect(Value.order(left, right) == 0 && left.hashValue == right.hashValue)
        }
      }
    }
    let sorted = values.sorted { Value.order($0, $1) < 0 }
    #expect(zip(sorted, sorted.dropFirst()).allSatisfy { Value.order($0, $1) <= 0 })
  }

  @Test func intsAndNumbersCompareExactly() {
    let big = Int(1) << 53
    #expect(Value.int(big + 1) != .number(Double(big)))
    #expect(Value.order(.int(big + 1), .number(Double(big))) > 0)
    #expect(Value.order(.int(.max), .number(0x1p63)) < 0)
    #expect(Value.order(.int(.min), .number(-0x1p63)) == 0)
    #expect(Value.order(.int(3), .number(3.5)) < 0)
    #expect(Value.int(3) == .number(3) && Value.int(3).hashValue == Value.number(3).hashValue)
  }

  @Test func columnsAreSelectedRenamedAndAdded() {
    let table = table(rows: 10, seed: 11).selecting([7, 2, 2, 5])
    let selected = table.selecting(columns: ["id", "text", "none", "id"])
    #expect(selected.type.names == ["id", "text"])
    #expect(selected.column("id") == [.int(7), .int(2), .int(2), .int(5)])
    #expect(selected.renaming("id", to: "row").type.names == ["row", "text"])
    let added = table.adding(.init("n", .int), values: [.int(1), .int(2), .int(3)])
    #expect(added.column("n") == [.int(1), .int(2), .int(3), .missing])
    #expect(added.column("id") == table.column("id"))
    let replaced = table.adding(.init("text", .int), values: [.int(1)])
    #expect(replaced.type["text"]?.type == .int && replaced.type.columns.count == 8)
    let whole = self.table(rows: 3, seed: 1).adding(.init("n", .int), values: [.int(4)])
    #expect(whole.column("n") == [.int(4), .missing, .missing])
    let joined = selected.appending(table)
    #expect(joined.count == 8 && joined.type.names == ["id", "text"])
    #expect(
      Table(TableType([]), rows: [[], []]).adding(.init("a", .int), values: [.int(1)]).count == 2)
  }

  @Test func descriptionsSayWhatIsInAColumn() {
    let type = TableType([.init("a", .int), .init("b", .text)])
    let table = Table(type, rows: [[.int(3), .text("x")], [.int(4), .missing], [.int(3)]])
    let described = table.described()
    #expect(described.column("filled") == [.int(3), .int(1)])
    #expect(described.column("missing") == [.int(0), .int(2)])
    #expect(described.column("distinct") == [.int(2), .int(1)])
    #expect(described.column("least") == [.text("3"), .text("x")])
    #expect(described.type == .described)
  }

  @Test func nearestNames() {
    let names = ["quotes", "count", "by", "select"]
    #expect(Spelling.nearest(to: "qoutes", among: names) == "quotes")
    #expect(Spelling.nearest(to: "quots", among: names) == "quotes")
    #expect(Spelling.nearest(to: "SELECT", among: names) == "select")
    #expect(Spelling.nearest(to: "bye", among: names) == "by")
    #expect(Spelling.nearest(to: "x", among: names) == nil)
    #expect(Spelling.nearest(to: "frobnicate", among: names) == nil)
    #expect(Spelling.nearest(to: "", among: names) == nil)
  }
}
