import BriefScript
import BriefSource

/// The names by which the places of a table are cited where room is short.
///
/// A file is cited by the last part of its path, or by its whole path when two files of the table
/// share that part.
struct CitationNames {
  private var names: [ObjectIdentifier: String] = [:]
  /// The one file that every place cites; `nil` when there are several, or none.
  let onlyFile: String?

  init(_ table: Table) {
    var sources: [Source] = []
    for (index, column) in table.type.columns.enumerated() where column.type == .place {
      for row in 0..<table.count {
        guard case .place(let place) = table[row, index] else { continue }
        if names.updateValue("", forKey: ObjectIdentifier(place.source)) == nil {
          sources.append(place.source)
        }
      }
    }
    onlyFile = sources.count == 1 ? sources.first.map { Self.lastPart(of: $0.name) } : nil
    let byLast = Dictionary(grouping: sources) { Self.lastPart(of: $0.name) }
    for source in sources {
      let last = Self.lastPart(of: source.name)
      let isUnique = (byLast[last]?.count ?? 0) < 2
      names[ObjectIdentifier(source)] = isUnique ? last : source.name
    }
  }

  /// `briefing.txt:7`, or `:7` where the file is said elsewhere.
  func citation(_ place: Place, withFile: Bool) -> String {
    let name = withFile ? names[ObjectIdentifier(place.source)] ?? place.source.name : ""
    return "\(name):\(place.source.lineNumber(at: place.range.start))"
  }

  private static func lastPart(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}
