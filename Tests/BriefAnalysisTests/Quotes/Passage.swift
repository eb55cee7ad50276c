import BriefSource
import BriefTestSupport
import Foundation
import Testing

/// One of the passages in `Passages`, written for the tests.
struct Passage: Sendable, CustomTestStringConvertible {
  /// The name of its file without the ending.
  let group: String
  /// Its name within the group.
  let name: String
  /// What it shows.
  let note: String
  /// Its text with the marks.
  let marked: String

  var id: String { group + "/" + name }
  var testDescription: String { id }

  /// The text without marks; empty where the marks cannot be read.
  var plain: String { (try? MarkedText(marked))?.plain ?? "" }

  static let directory = ProjectFiles.root + "/Tests/BriefAnalysisTests/Quotes/Passages/"

  /// The passages of all files, in the order of the files' names.
  static let all: [Passage] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
    return files.filter { $0.hasSuffix(".txt") && $0 != "gaps.txt" }.sorted().flatMap { file in
      read((try? TextFile.read(directory + file)) ?? "", group: String(file.dropLast(4)))
    }
  }()

  /// The passages of one file: `# name: note`, the text, and `---` before the next.
  private static func read(_ file: String, group: String) -> [Passage] {
    let lines = file.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.split(separator: "---").map { lines in
      let head = (lines.first ?? "").drop { $0 == "#" || $0 == " " }
      let parts = head.split(separator: ":", maxSplits: 1).map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      let text = lines.dropFirst().joined(separator: "\n")
      return Passage(
        group: group, name: parts.first ?? "", note: parts.count == 2 ? parts[1] : "",
        marked: text.trimmingCharacters(in: .newlines))
    }
  }
}
