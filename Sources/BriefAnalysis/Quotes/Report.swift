/// What somebody says, thinks or judges by a construction of the tree, with or without marks.
struct Report {
  /// The words that introduce it, and how.
  var candidate: CueCandidate
  /// How often the word is an attribution in the construction.
  var share: Double
  /// How likely it is to be an attribution, from 0 to 1.
  var score: Double
  /// The one who speaks; `nil` for none.
  var source: SourceReader.Candidate?
  /// The phrase that came second.
  var runnerUp: SourceReader.Candidate?
  /// The report whose content holds this one, as its position among the reports.
  var parent: Int?

  /// The pieces of the content.
  var runs: [Range<Int>] { candidate.runs }
}
