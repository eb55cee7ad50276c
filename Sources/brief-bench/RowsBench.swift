import BriefSource
import Glibc

/// Measures pipelines over a table of many rows, beside what other programs take for the same.
struct RowsBench {
  let program: String
  let runs: Int
  let rows: Int
  /// Where files are put.
  let directory: String
  let peers: Peers

  /// The programs to compare with; `nil` for those that are not there.
  struct Peers {
    /// A Python that can import `duckdb`, and the script it is to run.
    let python: String?
    let script: String?
    let jq: String?
  }

  /// A question in every language.
  private struct Question {
    let name: String
    let pipeline: String
    let query: String
  }

  private static let questions = [
    Question(
      name: "where", pipeline: "| where words > 100 and day >= 2025-03-01 | count",
      query: "SELECT count(*) FROM rows WHERE words > 100 AND day >= DATE '2025-03-01'"),
    Question(
      name: "group: count, sum, mean",
      pipeline: "| group speaker [ n = count(), total = sum(words), sure = mean(sure) ]",
      query: "SELECT speaker, count(*), sum(words), avg(sure) FROM rows GROUP BY speaker"),
    Question(
      name: "sort by a number", pipeline: "| sort sure --desc",
      query: "CREATE OR REPLACE TEMP TABLE sorted AS SELECT * FROM rows ORDER BY sure DESC"),
    Question(
      name: "sort by text", pipeline: "| sort speaker",
      query: "CREATE OR REPLACE TEMP TABLE sorted AS SELECT * FROM rows ORDER BY speaker"),
    Question(name: "where, group, sort", pipeline: whole, query: wholeQuery),
  ]

  private static let whole =
    "| where words > 100 and day >= 2025-03-01 "
    + "| group speaker [ n = count(), total = sum(words), sure = mean(sure) ] | sort total --desc"

  private static let wholeQuery =
    "SELECT speaker, count(*), sum(words) AS total, avg(sure) FROM rows "
    + "WHERE words > 100 AND day >= DATE '2025-03-01' GROUP BY speaker ORDER BY total DESC"

  private static let reading = "CREATE OR REPLACE TABLE rows AS SELECT * FROM read_csv('{rows}')"

  private static let filter = """
    [inputs | select(.words > 100 and .day >= "2025-03-01")] | group_by(.speaker) \
    | map({speaker: .[0].speaker, n: length, total: (map(.words) | add), \
    sure: (map(.sure) | add / length)}) | sort_by(-.total)[]
    """

  /// The table of all of it.
  func table() throws -> PlainTable {
    let files = try RowsFile(rows: rows, in: directory)
    var table = PlainTable([
      .left("\(rows) rows, one core"), .right("runs"), .right("min ms"), .right("median ms"),
      .right("max ms"), .right("CPU ms"), .right("duckdb ms"), .right("ratio"), .right("jq ms"),
      .right("ratio"),
    ])
    let others = try duckdbTimes(files)
    let own = try LanguageBench(runs: runs).pipelines(
      over: files.csv, Self.questions.map { ($0.name, $0.pipeline) })
    for row in own { table.append(row + compared(row[3], others[row[0]]) + ["", ""]) }

    let reading = others["open"].flatMap { reading in
      others["where, group, sort"].map { reading + $0 }
    }
    let csv = try process("open \"\(files.csv)\" \(Self.whole)", "whole process, CSV")
    table.append(csv + compared(csv[3], reading) + ["", ""])
    let jsonl = try process("open \"\(files.jsonl)\" \(Self.whole)", "whole process, JSONL")
    table.append(jsonl + ["", ""] + compared(jsonl[3], try jqTime(files)))
    return table
  }

  private func compared(_ own: String, _ other: Double?) -> [String] {
    guard let other, let own = Double(own) else { return ["", ""] }
    return [decimal(other), decimal(own / other, 2)]
  }

  private func process(_ statements: String, _ name: String) throws -> [String] {
    let outcomes = try (0..<min(runs, 5)).map { _ in
      try ChildProcess.run(program, ["-c", statements])
    }
    let times = outcomes.map(\.elapsed.milliseconds).sorted()
    return [
      name, "\(times.count)", decimal(times[0]), decimal(median(times)),
      decimal(times[times.count - 1]),
      decimal(median(outcomes.map(\.processor.milliseconds).sorted())),
    ]
  }

  private func jqTime(_ files: RowsFile) throws -> Double? {
    guard let jq = peers.jq else { return nil }
    return try ChildProcess.run(jq, ["-n", "-c", Self.filter, files.jsonl]).elapsed.milliseconds
  }

  /// How many milliseconds DuckDB takes for each question, by name; nothing where it is not there.
  private func duckdbTimes(_ files: RowsFile) throws -> [String: Double] {
    guard let python = peers.python, let script = peers.script else { return [:] }
    let (queries, times) = (directory + "/queries.tsv", directory + "/times.tsv")
    let lines =
      ["open\t\(Self.reading)\n"] + Self.questions.map { "\($0.name)\t\($0.query)\n" }
    try RowsFile.write(Array(lines.joined().utf8), to: queries)
    _ = try ChildProcess.run(python, [script, files.csv, queries, "\(min(runs, 5))", times])
    let source: Source
    do {
      source = try Source.reading(times)
    } catch {
      throw BenchError(error.description)
    }
    var result: [String: Double] = [:]
    for line in source[source.range].split(separator: "\n") {
      let cells = line.split(separator: "\t")
      if cells.count == 2 { result[String(cells[0])] = Double(cells[1]) }
    }
    return result
  }
}
