import BriefScript
import BriefSource

/// What a progress file says, and what is wrong with it.
public struct ProgressLog {
  /// The events in their order, with the number of their line in the file.
  public private(set) var events: [(event: ProgressEvent, line: Int)] = []
  /// The lines that were passed over, each with the reason.
  public private(set) var problems: [Diagnostic] = []
  /// The greatest version of a line that this program does not know.
  public private(set) var newerVersion: Int?
  /// The hashes of the lines that count.
  private(set) var sums: [String] = []
  /// The number of the next line.
  private(set) var nextNumber = 1

  /// The most problems that are told one by one.
  private static let mostProblems = 5

  /// Reads the file called `path`, whose bytes are `bytes`.
  ///
  /// A line that is damaged, or does not follow from the one before, is passed over. Linear in the
  /// number of bytes.
  public init(_ bytes: [UInt8], path: String) {
    let source = Source(name: path, text: String(decoding: bytes, as: UTF8.self))
    var previous = ProgressLine.seed
    var passedOver = 0
    func passOver(_ line: Int, _ reason: String) -> Diagnostic {
      let range = line < source.lines.count ? source.lineRange(line) : TextRange.at(0)
      return Diagnostic(
        id: "damaged-progress", severity: .warning,
        "line \(line + 1) of '\(path)' is passed over: \(reason)", source: source,
        range: TextRange(range.start, min(range.end, range.start + 1)),
        help: "the other lines count; only `brief` itself should write to the file")
    }
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)[...]
    // What stands after the last line end was not written to its end.
    let isCut = lines.last?.isEmpty == false
    if lines.last?.isEmpty == true { lines.removeLast() }
    for (index, bytes) in lines.enumerated() {
      let reason: String
      do throws(ProgressLine.Refusal) {
        let line = try ProgressLine(bytes)
        let isLast = index + 1 == lines.count
        if line.follows(previous) {
          events.append((line.event, index + 1))
          sums.append(line.sum)
          previous = line.sum
          nextNumber = max(nextNumber, line.number + 1)
          continue
        }
        // The lines after it are held against what it claims, so that they need not suffer for it.
        previous = line.sum
        nextNumber = max(nextNumber, line.number + 1)
        reason =
          isLast && isCut
          ? "it is not complete"
          : "it was changed, or lines before it were taken out or put in"
      } catch {
        switch error {
        case .newer(let version):
          newerVersion = max(newerVersion ?? 0, version)
          continue
        case .malformed(let text):
          if bytes.isEmpty { continue }
          reason = isCut && index + 1 == lines.count ? "it is not complete" : text
        }
      }
      passedOver += 1
      if passedOver <= Self.mostProblems { problems.append(passOver(index, reason)) }
    }
    if passedOver > Self.mostProblems {
      problems.append(
        Diagnostic(
          id: "damaged-progress", severity: .warning,
          "\(passedOver - Self.mostProblems) more lines of '\(path)' are passed over"))
    }
  }

  /// The learner it names, if it names one.
  public var learner: String? {
    events.first { $0.event.kind == .learner }?.event.name
  }

  /// What became of each exercise.
  public var tally: ProgressTally {
    var tally = ProgressTally()
    for (event, line) in events { tally.note(event, line: line) }
    return tally
  }
}
