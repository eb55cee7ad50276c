import Glibc

/// Tables of invented rows as files, the same rows in both: who spoke, on which day, how many words,
/// and how sure that is.
struct RowsFile {
  static let givenNames = ["Mara", "Ivo", "Ilena", "Adela", "Pavel", "Joram", "Zoé", "Anaïs"]
  static let surnames = ["Dell", "Renn", "Varnaky", "Pellow", "Istrane", "Orrey", "Nádor", "Lusk"]

  let csv: String
  let jsonl: String

  /// Writes `count` rows into files in `directory`.
  init(rows count: Int, in directory: String) throws {
    csv = directory + "/rows.csv"
    jsonl = directory + "/rows.jsonl"
    var random = SplitMix(state: 1)
    var comma = Array("speaker,day,words,sure\n".utf8)
    var json: [UInt8] = []
    comma.reserveCapacity(count * 40)
    json.reserveCapacity(count * 80)
    for _ in 0..<count {
      let name =
        Self.givenNames[random.below(Self.givenNames.count)] + " "
        + Self.surnames[random.below(Self.surnames.count)]
      let (month, day) = (1 + random.below(12), 1 + random.below(28))
      let date = "2025-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
      let words = 1 + random.below(400)
      let sure = decimal(Double(random.below(1000)) / 1000, 3)
      comma += "\(name),\(date),\(words),\(sure)\n".utf8
      json +=
        "{\"speaker\":\"\(name)\",\"day\":\"\(date)\",\"words\":\(words),\"sure\":\(sure)}\n".utf8
    }
    try Self.write(comma, to: csv)
    try Self.write(json, to: jsonl)
  }

  static func write(_ bytes: [UInt8], to path: String) throws {
    guard let file = fopen(path, "w") else { throw BenchError("cannot write '\(path)'") }
    let written = fwrite(bytes, 1, bytes.count, file)
    guard fclose(file) == 0, written == bytes.count else {
      throw BenchError("cannot write '\(path)'")
    }
  }
}

/// Numbers that are the same in every run, after G. L. Steele, D. Lea and C. H. Flood, "Fast
/// Splittable Pseudorandom Number Generators", OOPSLA 2014.
private struct SplitMix {
  var state: UInt64

  /// A number from 0 to below `bound`.
  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ bits >> 30) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ bits >> 27) &* 0x94D0_49BB_1331_11EB
    return Int((bits ^ bits >> 31) % UInt64(bound))
  }
}
