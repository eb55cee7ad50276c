/// How a source stands to its cue in the tree.
enum SourcePath: Int, Sendable {
  case subject, conjoined, matrix, control, relative, modified, agent, accordingTo, possessive
  case holder, named

  /// The path in words, for `why`.
  var explanation: String {
    switch self {
    case .subject: "the subject of the cue"
    case .conjoined: "the subject of the verb that the cue is joined to"
    case .matrix: "the subject of the clause that the cue depends on"
    case .control: "the object that is asked to speak"
    case .relative: "the noun whose clause holds the cue"
    case .modified: "the noun that the cue describes"
    case .agent: "the agent of the cue"
    case .accordingTo: "the one according to whom it is so"
    case .possessive: "the owner of the cue"
    case .holder: "the subject of the verb that governs the cue"
    case .named: "the name before the cue"
    }
  }
}
