import CManual

/// The texts of the manual that are written by hand, Markdown, embedded in the program.
enum ManualText {
  /// The reference of the language.
  static let language = text(brief_manual_language())
  /// What the page of the program says beside the list of commands.
  static let program = text(brief_manual_program())
  /// The invented briefing that the tour is on.
  static let tourBriefing = text(brief_manual_tour_briefing())

  private static func text(_ embedded: brief_embedded_text) -> String {
    String(
      decoding: UnsafeBufferPointer(start: embedded.bytes, count: embedded.count), as: UTF8.self)
  }
}
