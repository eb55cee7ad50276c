import BriefScript
import BriefSource
import Glibc
import SystemPackage

/// A line below everything that says how far long work is and how long it will take; it is erased
/// before anything else is written.
///
/// It stands on a terminal only, and only for work of more than half a second.
final class ProgressLine {
  private let channel: OutputChannel
  private var work: String?
  private var began: Double = 0
  private var drawn: Double = 0
  private(set) var isShown = false

  /// Creates a line on the terminal behind `channel`.
  init(_ channel: OutputChannel) { self.channel = channel }

  /// How long work goes on before it is worth a line, in seconds.
  static let patience = 0.5

  /// Shows how far the work is, at most ten times a second.
  func show(_ progress: Progress) {
    let now = Self.now
    if work != progress.work || progress.done == 0 {
      work = progress.work
      began = now
    }
    guard now - began >= Self.patience, now - drawn >= 0.1 else { return }
    let terminal = Terminal(descriptor: channel.descriptor.rawValue)
    guard terminal.isTerminal, terminal.movesCursor else { return }
    drawn = now
    let text = DisplayText.harmless(Self.text(progress, after: now - began))
    let room = max(1, terminal.width - 1)
    try? channel.write("\r\(text.prefix(room))\u{1B}[K".utf8)
    isShown = true
  }

  /// Removes the line.
  func erase() {
    guard isShown else { return }
    isShown = false
    try? channel.write("\r\u{1B}[K".utf8)
  }

  /// What the line says of work that has taken so many seconds: `quotes: 120 of 1000, 3 s left`.
  static func text(_ progress: Progress, after seconds: Double) -> String {
    let text = "\(progress.work): \(progress.done) of \(progress.count)"
    guard progress.done > 0, progress.done < progress.count else { return text }
    let left = seconds / Double(progress.done) * Double(progress.count - progress.done)
    return text + ", \(duration(left)) left"
  }

  /// Whole seconds, and minutes from two on.
  private static func duration(_ seconds: Double) -> String {
    let whole = Int(min(seconds.rounded(.up), 1e6))
    return whole < 120 ? "\(whole) s" : "\((whole + 59) / 60) min"
  }

  /// Seconds on a clock that is never set.
  static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
