import BriefScript

extension ErrorPage {
  /// What is said of editing a line, most of it at the prompt of a terminal alone.
  static let editing = [
    ErrorPage(
      "editor-failed", "editor that gave nothing back",
      """
      `edit` waits until your editor ends and takes what it leaves. It ended with another exit code \
      than 0, or what it left cannot be taken. The line is as it was before.

      `VISUAL` and `EDITOR` name a command of the system's shell. An editor with a window of its \
      own has to be told to wait: `EDITOR="code --wait"`.
      """,
      in: .commandLine(
        says: """
          error[editor-failed]: the editor 'vmi' gave nothing back: it ended with exit code 127, so \
          the text is as it was
          help: the line is as it was; VISUAL or EDITOR names another editor

          """),
      wrong: "EDITOR=vmi brief", right: "EDITOR=vim brief"),
    ErrorPage(
      "editor-not-here", "editor where none can be opened",
      """
      `edit` brings the last statement into your editor and back to the prompt. It is a word of the \
      prompt of a terminal. A script starts no other program.
      """,
      wrong: "edit", right: "quotes | take 3"),
    ErrorPage(
      "editor-refused", "editor in a class",
      """
      `brief --class` starts no other program. Alt-Enter begins a further line at the prompt, and \
      the arrow keys move between the lines.
      """,
      in: .commandLine(
        says: """
          error[editor-refused]: no editor is started here
          help: brief --class starts no other program; Alt-Enter begins a further line

          """),
      wrong: "brief --class", right: "EDITOR=nano brief"),
    ErrorPage(
      "no-editor", "editor that nothing names",
      """
      `edit`, and Ctrl-X Ctrl-E, open the editor that the variable `VISUAL` names, or else \
      `EDITOR`. Neither names one. The prompt edits several lines by itself too.
      """,
      in: .commandLine(
        says: """
          error[no-editor]: no editor is set
          help: start brief with one, as in EDITOR=nano brief; or go on here: Alt-Enter begins a \
          further line, and Up moves in the text

          """),
      wrong: "VISUAL= EDITOR= brief", right: "EDITOR=nano brief"),
  ]
}
