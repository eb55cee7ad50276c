import BriefScript
import BriefSource

/// Plays a lesson at a prompt: shows its texts, runs its statements, waits at its exercises and
/// says what it thinks of answers.
///
/// The learner types into the session of the lesson, so that everything can be tried; what was
/// loaded and bound before is put aside until the lesson ends. A player is owned by one thread.
public final class LessonPlayer: Conversation {
  /// What is bound and loaded at some moment.
  struct Bookmark {
    let bindings: Engine.Bindings
    let restoreSession: () -> Void
  }

  /// A lesson that is being played.
  struct Play {
    let name: String
    let number: Int?
    let lesson: Lesson
    /// The name without the number that files are sorted by.
    var shortName: String { Course.shortName(name) }
    /// The part that comes next, or the exercise that is waited at.
    var position = 0
    var state = State.running
    /// What was bound and loaded before each exercise, by its part.
    var bookmarks: [Int: Bookmark] = [:]
    /// How many hints were read of the exercise at hand.
    var hints = 0
    /// What the solution of the exercise at hand gives.
    var solution: Value?

    enum State {
      case running
      /// The screen is full; Enter goes on.
      case paused
      /// An answer is waited for.
      case waiting
    }
  }

  let session: Session
  let engine: Engine
  let sink: any OutputSink
  /// The lessons that come with the program; they are read when they are first asked for.
  public private(set) lazy var course = makeCourse()
  private let makeCourse: () -> Course
  /// Where progress is kept.
  public let progress: ProgressFile
  /// What holds in a class; `nil` outside of one.
  public let classroom: Classroom?
  /// Called before a result that is not to be set off from what stands before it.
  public var resultBegins: () -> Void = {}
  /// Whether somebody types, so that lessons can be played.
  public var isAtPrompt = false
  /// How many rows the screen has; long texts wait for Enter after as many.
  public var screenRows = Int.max

  var play: Play?
  /// What was there before the lesson.
  private var before: Bookmark?
  /// What a command asked for, to be done when its line has ended.
  var request: Request?
  /// The values that the line at hand has given.
  private var values: [Value] = []
  /// Whether the line at hand only looks something up.
  var isExploring = false
  /// About how many rows were written since somebody last typed.
  var rowsWritten = 0

  /// What is done when a line has ended.
  enum Request {
    case start(Course.Entry, LessonShelf, isAgain: Bool)
    case back
    case stop
  }

  /// Creates a player without a lesson; `sink` takes what it says.
  public init(
    session: Session, engine: Engine, sink: any OutputSink,
    course: @autoclosure @escaping () -> Course = .embedded, progress: ProgressFile,
    classroom: Classroom? = nil
  ) {
    self.session = session
    self.engine = engine
    self.sink = sink
    makeCourse = course
    self.progress = progress
    self.classroom = classroom
    session.player = self
    session.resultGiven = { [weak self] in self?.take($0, isAcknowledgement: $1) }
    if let classroom, progress.learner == nil {
      progress.note(ProgressEvent(.learner, classroom.learner))
    }
    reportProblems()
  }

  /// Whether a lesson is being played.
  public var isPlaying: Bool { play != nil }

  /// The exercise that is waited at.
  public var exercise: LessonExercise? {
    guard let play, play.state == .waiting,
      case .exercise(let exercise) = play.lesson.parts[play.position]
    else { return nil }
    return exercise
  }

  // MARK: Conversation

  /// What the prompt says instead of the name of the program; `nil` while no lesson is open.
  public var prompt: String? {
    guard let play else { return nil }
    let all = play.lesson.exercises.count
    let passed = play.lesson.parts[..<play.position].reduce(0) { count, part in
      if case .exercise = part { count + 1 } else { count }
    }
    let name =
      play.number.map(String.init) ?? DisplayText.harmless(String(play.shortName.prefix(16)))
    var text = "lesson \(name)"
    if all > 0 { text += " · \(min(passed + 1, all))/\(all)" }
    return play.state == .paused ? text + " · Enter goes on" : text
  }

  /// Takes a line before it runs; whether it is dealt with.
  public func take(_ line: String) -> Bool {
    values = []
    isExploring = false
    rowsWritten = 0
    guard let play else { return false }
    let typed = line.split { $0.isWhitespace }.joined(separator: " ")
    if play.state == .paused, typed.isEmpty || typed == "skip" {
      goOn()
      return true
    }
    guard let exercise else { return false }
    if typed == "skip" {
      skip(exercise)
      return true
    }
    guard let answer = answer(typedAs: typed) else { return false }
    judge([answer])
    return true
  }

  /// Goes on after a line has run.
  public func lineEnded(_ outcome: Engine.Outcome) {
    let request = request
    self.request = nil
    defer { values = [] }
    switch outcome {
    case .finished: break
    case .failed, .assertionFailed, .interrupted, .quit: return
    }
    switch request {
    case .start(let entry, let shelf, let isAgain)?: start(entry, shelf, isAgain: isAgain)
    case .back?: goBack()
    case .stop?: stop()
    case nil: if !isExploring, exercise != nil, !values.isEmpty { judge(values) }
    }
    reportProblems()
  }

  /// Takes a result of the line at hand.
  private func take(_ value: Value, isAcknowledgement: Bool) {
    rowsWritten += Self.rows(of: value)
    switch value {
    case .nothing, .page: break
    case _ where isAcknowledgement: break
    default:
      // Of a line with very many results the last ones count.
      if values.count == 20 { values.removeFirst() }
      values.append(value)
    }
  }

  /// About how many rows a value takes on the screen.
  private static func rows(of value: Value) -> Int {
    switch value {
    case .table(let table):
      // Each row about as many lines as its cells would fill.
      (0..<min(table.count, 50)).reduce(max(table.count - 50, 0) + 5) { sum, row in
        let cells = table.record(row).cells.prefix(7)
        return sum + 1 + cells.reduce(0) { $0 + $1.plainText.utf8.count } / Classroom.width
      }
    case .list(let elements): min(elements.count, 1_000)
    case .page(let page): page.plain.count { $0 == "\n" } + 1
    default: 1
    }
  }

  // MARK: Beginning and ending

  /// Begins a lesson where its learner left it, or at its beginning.
  private func start(_ entry: Course.Entry, _ shelf: LessonShelf, isAgain: Bool) {
    if before == nil { before = bookmark() }
    session.clear()
    engine.bindings = Engine.Bindings()
    session.shelf = shelf
    play = Play(
      name: entry.name, number: entry.number > 0 ? entry.number : nil, lesson: entry.lesson)
    let exercises = entry.lesson.exercises
    let next = exercises.firstIndex { progress.tally[entry.name, $0.name]?.isSettled != true }
    progress.note(ProgressEvent(.begun, entry.name))
    if let next, next > 0, !isAgain {
      guard replay(to: next) else { return }
      say(resumption(next, of: exercises.count))
    } else {
      say(heading(of: entry, isRepeated: next == nil && !exercises.isEmpty))
    }
    goOn()
  }

  /// Ends the lesson, and gives back what was there before it.
  func stop() {
    guard let play else { return }
    say(farewell(of: play, isFinished: false))
    leave()
  }

  private func leave() {
    play = nil
    session.shelf = nil
    if let before { restore(before) }
    before = nil
  }

  private func finish() {
    guard let play else { return }
    progress.note(ProgressEvent(.finished, play.name))
    say(farewell(of: play, isFinished: true))
    leave()
  }

  // MARK: Going on

  /// Runs the lesson up to exercise `index` without a word; false when it cannot be run.
  private func replay(to index: Int) -> Bool {
    guard let lesson = play?.lesson else { return false }
    var passed = 0
    session.isMuted = true
    defer { session.isMuted = false }
    for (position, part) in lesson.parts.enumerated() {
      switch part {
      case .text: break
      case .statement(let statement): if !run(statement.range) { return false }
      case .exercise:
        play?.bookmarks[position] = bookmark()
        passed += 1
        if passed == index {
          play?.position = position + 1
          return true
        }
      }
    }
    return true
  }

  /// Shows and runs what comes, up to the next exercise, the foot of the screen or the end.
  func goOn() {
    play?.state = .running
    while let play, play.position < play.lesson.parts.count {
      switch play.lesson.parts[play.position] {
      case .text(let lines):
        let text = LessonText(lines).styled
        if isFull(for: text) {
          self.play?.state = .paused
          return
        }
        say(text)
      case .statement(let statement):
        if let shown = statement.shown {
          if isFull(for: StyledText("\n\n\n\n\n")) {
            self.play?.state = .paused
            return
          }
          say(Self.echo(shown))
          resultBegins()
        }
        guard run(statement.range) else { return }
      case .exercise(let exercise):
        self.play?.bookmarks[play.position] = bookmark()
        present(exercise)
        return
      }
      self.play?.position += 1
    }
    finish()
  }

  /// Whether `text` would push what was not read yet off the screen.
  private func isFull(for text: StyledText) -> Bool {
    guard screenRows < 1_000, rowsWritten > 0 else { return false }
    let rows = text.plain.split(separator: "\n", omittingEmptySubsequences: false)
      .reduce(0) { $0 + 1 + $1.count / Classroom.width }
    return rowsWritten + rows > max(8, screenRows - 3)
  }

  /// Runs the statements in `range` of the lesson; when that fails, the lesson ends.
  private func run(_ range: TextRange) -> Bool {
    guard let lesson = play?.lesson else { return false }
    let outcome = engine.run(lesson.source(of: range))
    // What the lesson itself gives is no answer.
    values = []
    let problems: [Diagnostic]
    switch outcome {
    case .finished: return true
    case .failed(let diagnostics): problems = diagnostics
    case .assertionFailed(let diagnostic): problems = [diagnostic]
    case .interrupted:
      play?.state = .paused
      return false
    case .quit: problems = []
    }
    for problem in problems { sink.report(problem) }
    say(Self.note("The lesson cannot go on from here; its author should be told."))
    leave()
    return false
  }

  /// Asks the question of an exercise and waits for its answer.
  func present(_ exercise: LessonExercise) {
    if let given = exercise.given, !run(given) { return }
    guard let lesson = play?.lesson else { return }
    switch engine.solution(of: exercise, in: lesson) {
    case .success(let value): play?.solution = value
    case .failure(.interrupted): play?.solution = nil
    case .failure(.unusable(let diagnostics)):
      for diagnostic in diagnostics { sink.report(diagnostic) }
      play?.solution = nil
    }
    play?.hints = 0
    play?.state = .waiting
    say(question(of: exercise))
  }

  /// Leaves the exercise at hand and goes on behind it.
  func goOn(after exercise: LessonExercise) {
    guard let play else { return }
    // What the learner has changed in the texts must not mislead the rest of the lesson; what they
    // have bound for themselves stays.
    if let bookmark = play.bookmarks[play.position] {
      let own = engine.bindings
      let shown = session.shownTable
      restore(bookmark)
      engine.bindings = bookmark.bindings.adding(own)
      session.shownTable = shown
    }
    self.play?.position += 1
    goOn()
  }

  private func goBack() {
    guard let play else { return }
    let earlier = play.lesson.parts[..<play.position].lastIndex { part in
      if case .exercise = part { true } else { false }
    }
    guard let earlier, case .exercise(let exercise) = play.lesson.parts[earlier] else {
      say(Self.note("This is the first exercise; there is none before it."))
      return
    }
    if let bookmark = play.bookmarks[earlier] { restore(bookmark) }
    self.play?.position = earlier
    present(exercise)
  }

  // MARK: Putting aside

  func bookmark() -> Bookmark {
    Bookmark(bindings: engine.bindings, restoreSession: session.checkpoint())
  }

  func restore(_ bookmark: Bookmark) {
    engine.bindings = bookmark.bindings
    bookmark.restoreSession()
  }

  /// Tells what is wrong with the progress file.
  func reportProblems() {
    for problem in progress.takeProblems() { sink.report(problem) }
  }
}
