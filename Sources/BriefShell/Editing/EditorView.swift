import BriefSource

/// What the editor wants to be seen: the text and all that stands beside it.
struct EditorView: Equatable {
  /// A stretch of code points and what it is.
  struct Highlight: Equatable {
    var range: Range<Int>
    var role: StyledText.Role
  }

  /// What stands before the first line and before each further one.
  var leads = (first: "", other: "")
  var scalars: [Unicode.Scalar] = []
  /// The code point before which the cursor stands.
  var cursor = 0
  /// In text order, without overlaps.
  var highlights: [Highlight] = []
  /// Code points to be seen at once, as a pair of brackets.
  var marks: [Int] = []
  /// What may be taken over, drawn after the text.
  var hint = ""
  /// Lines below the text.
  var notes: [StyledText] = []

  static func == (left: EditorView, right: EditorView) -> Bool {
    left.leads == right.leads && left.scalars == right.scalars && left.cursor == right.cursor
      && left.highlights == right.highlights && left.marks == right.marks
      && left.hint == right.hint && left.notes == right.notes
  }

  /// The same as it is left behind: the text alone.
  var settled: EditorView {
    var view = self
    view.cursor = scalars.count
    view.marks = []
    view.hint = ""
    view.notes = []
    return view
  }
}
