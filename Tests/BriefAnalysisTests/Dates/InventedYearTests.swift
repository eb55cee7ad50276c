import BriefAnalysis
import BriefSource
import Foundation
import Testing

/// No value has a year that the text does not hold, where the date of the text is not known.
@Suite struct InventedYearTests {
  private static let directory = ForeignOffice.directory
    .appendingPathComponent("../briefings/raw").standardizedFileURL

  private static let files =
    ((try? FileManager.default.subpathsOfDirectory(
      atPath: directory.path)) ?? [])
    .filter { $0.hasSuffix(".txt") }.sorted().map { directory.appendingPathComponent($0) }

  /// The numbers of four digits in `text`, and those of two with the centuries they may belong to.
  private func years(in text: String) -> Set<String> {
    var years: Set<String> = []
    for run in text.split(whereSeparator: { !("0"..."9").contains($0) }) where run.count >= 4 {
      years.insert(String(run.prefix(4)))
      years.insert(String(run.suffix(4)))
    }
    return years
  }

  /// The years that a value names: its first four digits, and those behind a slash.
  private func named(_ value: String) -> [String] {
    value.split(separator: "/").compactMap { part in
      let digits = part.drop { !("0"..."9").contains($0) && $0 != "X" }.prefix(4)
      let isYear = digits.count == 4 && digits.allSatisfy { ("0"..."9").contains($0) }
      return isYear && !part.hasPrefix("P") ? String(digits) : nil
    }
  }

  @Test(.enabled(if: !files.isEmpty, "the corpora are not beside the project"))
  func everyYearStandsInTheText() throws {
    #expect(Self.files.count > 100)
    var count = 0
    for file in Self.files {
      let source = try Source.reading(file.path)
      // A date at the head is left out, so that nothing can be reckoned from it.
      let structure = Briefing(source).structure
      guard structure.date == nil else { continue }
      count += 1
      let years = years(in: source[source.range])
      for expression in Briefing(source).dates.expressions {
        // "Two years later" has the year that it is reckoned from; "2003-07" names 2007.
        if case .expression = expression.anchor { continue }
        for year in named(expression.value) {
          #expect(
            years.contains(year) || source[expression.range].contains(year.prefix(2)),
            "\(file.lastPathComponent): \(source[expression.range]) = \(expression.value)")
        }
      }
    }
    #expect(count > 0)
  }

  @Test(.enabled(if: !files.isEmpty, "the corpora are not beside the project"))
  func withoutDigitsNoValueHasAYear() throws {
    for file in Self.files {
      let source = try Source.reading(file.path)
      // Every figure of four digits or two behind an apostrophe becomes a word.
      var text = ""
      for line in source[source.range].split(separator: "\n", omittingEmptySubsequences: false) {
        for word in line.split(separator: " ", omittingEmptySubsequences: false) {
          let digits = word.count { ("0"..."9").contains($0) }
          text += digits >= 3 ? "many " : word + " "
        }
        text += "\n"
      }
      let briefing = Briefing(Source(name: file.lastPathComponent, text: text))
      #expect(briefing.metadata.date == nil)
      for expression in briefing.dates.expressions {
        // "The twenty-first century" says which years it has.
        if expression.value.utf8.count == 2 { continue }
        #expect(
          named(expression.value).isEmpty && expression.start == nil && expression.end == nil,
          "\(file.lastPathComponent): \(briefing.source[expression.range]) = \(expression.value)")
      }
    }
  }
}
