import BriefAnalysis
import BriefSource

/// Three short invented briefings, over which the examples of error pages are run.
enum ExampleBriefings {
  /// A session that holds them.
  static var session: Session {
    let session = Session()
    for (name, text) in texts { session.add(Briefing(Source(name: name, text: text))) }
    return session
  }

  static let texts = [
    (
      "harbour-week-1.txt",
      """
      Harbour to Stay Open

      LUSK, November 14, 2025 — The Harbour Ministry will keep the port open all winter, its \
      spokesperson Mara Dell said on Friday.

      “We will keep the harbour open until the last ship has left,” Dell said. “Nobody has \
      threatened us.”

      Ivo Renn, the union leader, disagreed. “The talks have not even begun,” Renn said.
      """
    ),
    (
      "harbour-week-2.txt",
      """
      Talks Begin

      LUSK, November 21, 2025 — Talks on the port of Lusk have begun, Mara Dell said on Friday. \
      “We expect them to last for a week,” Dell added.
      """
    ),
    (
      "questions.txt",
      """
      Questions to the Ministry

      November 24, 2025

      QUESTION: Have you heard from the captain of the ferry?

      MS. DELL: Captain Olav Brandt told us, “We steered by the church lights.” We believe him.

      QUESTION: Will the lights be mended?

      MS. DELL: They will, as soon as the parts have come.
      """
    ),
  ]
}
