import BriefSource
import CEditLine
import Glibc

extension LineEditor {
  /// Opens the user's editor on the text, and takes back what it leaves.
  func openExternalEditor() -> brief_editor_action {
    let (scalars, _) = line
    let draft = String(scalars: scalars)
    leaveLine(of: scalars)
    let text = edited(draft)
    if let text { replace(0..<line.scalars.count, with: text) }
    redraw()
    return BRIEF_ACTION_REFRESH
  }

  /// What the user's editor makes of `text`, or `nil`, when that is reported.
  ///
  /// The line must have been left.
  func edited(_ text: String) -> String? {
    guard let externalEditor, !refusesEditor else {
      report(refusesEditor ? Self.refusal : Self.noEditor)
      return nil
    }
    giveTerminal()
    defer {
      takeTerminal()
      // What was pressed in the editor was meant for it.
      _ = brief_signal_take(SIGINT)
    }
    do throws(ExternalEditor.Failure) {
      return Self.cleaned(try externalEditor.edit(text))
    } catch {
      report(
        Diagnostic(
          id: "editor-failed", severity: .error,
          "the editor '\(DisplayText.harmless(externalEditor.command))' gave nothing back: "
            + error.reason,
          help: "the line is as it was; VISUAL or EDITOR names another editor"))
      return nil
    }
  }

  private static let refusal = Diagnostic(
    id: "editor-refused", severity: .error, "no editor is started here",
    help: "brief --class starts no other program; Alt-Enter begins a further line")

  private static let noEditor = Diagnostic(
    id: "no-editor", severity: .error, "no editor is set",
    help: """
      start brief with one, as in EDITOR=nano brief; or go on here: Alt-Enter begins a further \
      line, and Up moves in the text
      """)
}
