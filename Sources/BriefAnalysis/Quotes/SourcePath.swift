/// How a source stands to its cue in the tree.
enum SourcePath: Int, Sendable {
  case subject, conjoined, matrix, control, relative, modified, agent, accordingTo, possessive
  case holder, named

  /// Why the path counts for more than those of other phrases, for `why`.
  var advantage: String {
    switch self {
    case .subject: "a cue with a subject of its own has no other source"
    case .conjoined: "joined verbs share the subject of the first"
    case .matrix: "a cue without a subject takes that of the clause around it"
    case .control: "who is asked to speak is who speaks"
    case .relative: "a relative clause tells of the noun right before it"
    case .modified: "the cue stands right beside the noun it describes"
    case .agent: "“by” names who does what a passive verb tells"
    case .accordingTo: "“according to” names its source right behind it"
    case .possessive: "a noun of speech belongs to who owns it"
    case .holder: "who makes or has a statement is who states it"
    case .named: "a name right before a noun of speech owns it"
    }
  }

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
