/// How far something has come that takes many steps: a loop over briefings, files or rows.
public struct Progress: Sendable {
  /// What is being done, in a word: that of the command.
  public let work: String
  /// How many steps there are.
  public let count: Int
  /// How many are done.
  public var done: Int

  /// Creates the progress of `work`, of which `done` steps of `count` are done.
  public init(_ work: String, done: Int = 0, of count: Int) {
    self.work = work
    self.done = done
    self.count = count
  }
}
