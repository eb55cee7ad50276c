import BriefAnalysis
import BriefSource
import Testing

@Suite("Subjects")
struct SubjectTests {
  private func subjects(_ text: String) -> [Subject] {
    Briefing(Source(name: "text", text: text)).subjects
  }

  @Test(
    "A story goes under the subject that its words lead to",
    arguments: [
      (
        """
        The goalkeeper saved a penalty in injury time and the home side won the cup final 2-1. \
        The coach praised his midfielders after the match.
        """, "medtop:15000000"
      ),
      (
        """
        The central bank left interest rates unchanged on Thursday. Economists expect inflation to \
        fall as exports slow and the budget deficit shrinks.
        """, "medtop:04000000"
      ),
      (
        """
        An earthquake shook the coast before dawn and a landslide buried two villages. Rescue \
        workers searched for survivors; the death toll rose to nine after an aftershock.
        """, "medtop:03000000"
      ),
      (
        """
        Doctors vaccinated children against measles in every hospital of the province after an \
        outbreak of the disease. The health ministry expects the epidemic to end in May.
        """, "medtop:07000000"
      ),
      (
        """
        The foreign minister received the ambassador after the summit. Both sides signed a treaty \
        on bilateral relations, and the prime minister told parliament of it.
        """, "medtop:11000000"
      ),
    ])
  func first(_ text: String, _ code: String) throws {
    let first = try #require(subjects(text).first)
    #expect(first.code == code)
    #expect(first.parent == nil)
    #expect(first.confidence.value > 0.7)
    #expect(first.words.count > 2)
  }

  @Test("Below a subject stand only its own, no surer than it")
  func levels() {
    let subjects = subjects(
      """
      Soldiers fired rockets across the front line, and an air strike hit an artillery position. \
      The rebels offered a ceasefire, and mediators flew in for peace talks.
      """)
    var top: Subject?
    for subject in subjects {
      if subject.parent == nil {
        top = subject
      } else {
        #expect(subject.parent == top?.code)
        #expect(subject.confidence <= top?.confidence ?? Confidence(0))
      }
    }
    #expect(subjects.contains { $0.code == "medtop:20000056" })
  }

  @Test(
    "Nothing is said where the words do not decide",
    arguments: [
      "", "He was there.", "She said that it would be so, and that they knew.",
      "Le président a reçu les élèves de la classe dans la grande salle du palais hier soir.",
    ])
  func unsure(_ text: String) { #expect(subjects(text).isEmpty) }

  @Test("Words stand where they are said to stand")
  func places() throws {
    let text = "The striker scored a hat-trick. Strikers rarely score from a free kick."
    let briefing = Briefing(Source(name: "text", text: text))
    let first = try #require(briefing.subjects.first)
    let striker = try #require(first.words.first { $0.text == "striker" })
    #expect(striker.places.map { briefing.source[$0] } == ["striker", "Strikers"])
  }
}
