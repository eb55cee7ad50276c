import BriefAnalysis
import BriefScript
import BriefSource

/// A walk through the program on an invented briefing of its own: one thing to try after the other.
///
/// It puts aside what is loaded, and gives it back when it ends.
public final class Tour {
  private let steps: [TourStep]
  /// The position of the step at hand.
  private(set) var step = 0
  /// Puts back what was loaded before.
  let restore: () -> Void

  /// Begins a tour of a program that has `commands`; `restore` puts back what was put aside for it.
  init(of commands: CommandSet, restore: @escaping () -> Void) {
    steps = TourStep.all(of: commands)
    self.restore = restore
  }

  /// The line that Enter alone runs.
  public var line: String { steps[step].line }

  /// Whether the step at hand is the last one.
  var isAtEnd: Bool { step == steps.count - 1 }

  /// Goes to the step at `position`, or to the nearest there is.
  func go(to position: Int) { step = min(max(0, position), steps.count - 1) }

  /// The briefing that `load` means by `path`, if it is the one that comes along.
  func text(named path: String) -> Source? {
    path == Self.briefing ? Source(name: path, text: ManualText.tourBriefing) : nil
  }

  static let briefing = "harbour-ministry-week-1.txt"

  /// The step at hand, to be read.
  var page: StyledText {
    let at = steps[step]
    var page = StyledText("Tour \(step + 1)/\(steps.count) · \(at.title)\n", .heading)
    page.append(Markdown.styled(at.text))
    page.append("\n  ")
    page.append(at.line, .code)
    page.append(
      step == 0
        ? "\nEnter runs that line; type any other if you like. tour next, back or stop.\n"
        : "\n", .dim)
    return page
  }

  /// What is said when the tour is over.
  static let farewell = StyledText(
    "That was the tour; what was loaded before is loaded again. Now load FILE of your own, or learn "
      + "more with lesson.\n", .dim)
}

extension Session {
  /// Begins the tour: puts aside what is loaded.
  func beginTour(of commands: CommandSet) -> Tour {
    let put = tour?.restore ?? checkpoint()
    tour = nil
    remove(briefings)
    setFocus(nil)
    shownTable = nil
    let tour = Tour(of: commands, restore: put)
    self.tour = tour
    return tour
  }

  /// Ends the tour and gives back what was loaded before, beside what was loaded meanwhile.
  func endTour() {
    let restore = tour?.restore
    tour = nil
    let added = briefings.filter { $0.source.name != Tour.briefing }
    restore?()
    for briefing in added { add(briefing) }
  }

  /// What the tour says after `line` was run at the prompt: the next step, once the one at hand was
  /// tried; `nil` when there is nothing to say.
  public func continueTour(after line: String, succeeded: Bool) -> StyledText? {
    guard let tour, succeeded, Self.words(of: line) == Self.words(of: tour.line) else { return nil }
    if tour.isAtEnd {
      endTour()
      return StyledText("\n") + Tour.farewell
    }
    tour.go(to: tour.step + 1)
    return StyledText("\n") + tour.page
  }

  private static func words(of line: String) -> [Substring] {
    line.split { $0 == " " || $0 == "\n" || $0 == "\t" }
  }
}
