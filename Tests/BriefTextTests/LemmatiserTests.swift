import BriefSource
import BriefText
import Testing

@Suite("Lemmatiser")
struct LemmatiserTests {
  /// Checks lines of a form, its tags and its lemma against the rules alone.
  private func expect(_ lines: String, _ lemmatiser: Lemmatiser = Lemmatiser()) {
    for line in lines.split(separator: "\n") {
      let parts = line.split(separator: " ").map(String.init)
      guard parts.count == 4, let universal = UniversalTag(rawValue: parts[1]) else {
        Issue.record("no case: \(line)")
        continue
      }
      let lemma = lemmatiser.lemma(of: parts[0], .init(universal: universal, penn: parts[2]))
      #expect(lemma == parts[3], "\(line)")
    }
  }

  @Test("plurals of nouns")
  func plurals() {
    expect(
      """
      talks NOUN NNS talk
      Ministries NOUN NNS ministry
      ties NOUN NNS tie
      days NOUN NNS day
      boxes NOUN NNS box
      classes NOUN NNS class
      speeches NOUN NNS speech
      houses NOUN NNS house
      prizes NOUN NNS prize
      viruses NOUN NNS virus
      wives NOUN NNS wife
      themselves PRON PRP themselves
      shelves NOUN NNS shelf
      olives NOUN NNS olive
      women NOUN NNS woman
      children NOUN NNS child
      feet NOUN NNS foot
      TVs NOUN NNS TV
      1970s NOUN NNS 1970s
      60’s NOUN NNS 60s
      heroes NOUN NNS hero
      """)
  }

  @Test("forms of verbs, with letters dropped and doubled")
  func verbs() {
    expect(
      """
      comes VERB VBZ come
      carries VERB VBZ carry
      dies VERB VBZ die
      watches VERB VBZ watch
      goes VERB VBZ go
      walked VERB VBD walk
      hoped VERB VBD hope
      stopped VERB VBN stop
      added VERB VBD add
      passed VERB VBD pass
      agreed VERB VBD agree
      carried VERB VBN carry
      died VERB VBD die
      stayed VERB VBD stay
      used VERB VBN use
      focused VERB VBN focus
      realized VERB VBD realize
      handled VERB VBD handle
      required VERB VBN require
      offered VERB VBD offer
      created VERB VBN create
      repeated VERB VBD repeat
      visited VERB VBD visit
      mentioned VERB VBD mention
      urging VERB VBG urge
      bringing VERB VBG bring
      running VERB VBG run
      lying VERB VBG lie
      studying VERB VBG study
      seeing VERB VBG see
      Making VERB VBG make
      goin’ VERB VBG go
      Give VERB VB give
      """)
  }

  @Test("auxiliaries and what is joined on, with either apostrophe")
  func clitics() {
    expect(
      """
      is AUX VBZ be
      ’s AUX VBZ be
      's VERB VBZ be
      ’re AUX VBP be
      'm AUX VBP be
      ’ve AUX VBP have
      'd AUX VBD have
      ’d AUX MD would
      ’ll AUX MD will
      ca AUX MD can
      wo AUX MD will
      n’t PART RB not
      n't PART RB not
      ’s PART POS 's
      ’ PART POS 's
      to PART TO to
      ’s PRON PRP we
      Were AUX VBD be
      """)
  }

  @Test("pronouns and determiners")
  func pronouns() {
    expect(
      """
      I PRON PRP I
      me PRON PRP I
      Him PRON PRP he
      his PRON PRP$ his
      her PRON PRP she
      her PRON PRP$ her
      them PRON PRP they
      us PRON PRP we
      theirs PRON PRP their
      those PRON DT that
      these DET DT this
      An DET DT a
      """)
  }

  @Test("what is compared")
  func comparison() {
    expect(
      """
      bigger ADJ JJR big
      larger ADJ JJR large
      easiest ADJ JJS easy
      longer ADV RBR long
      cheaper ADJ JJR cheap
      taller ADJ JJR tall
      better ADJ JJR good
      better ADV RBR well
      worst ADJ JJS bad
      more ADJ JJR more
      """)
  }

  @Test("capitals: names keep them, other words do not")
  func capitals() {
    expect(
      """
      Velmora PROPN NNP Velmora
      NATO PROPN NNP NATO
      Americans PROPN NNPS American
      Parties PROPN NNPS Party
      United ADJ NNP United
      Minister NOUN NN minister
      TV NOUN NN TV
      The DET DT the
      Éclair NOUN NN éclair
      Bolivian ADJ JJ Bolivian
      Anti-Corsavan ADJ JJ anti-Corsavan
      """)
  }

  @Test("numbers and marks")
  func marks() {
    expect(
      """
      1,250,000 NUM CD 1250000
      3.5 NUM CD 3.5
      7,5 NUM CD 7.5
      Two NUM CD two
      XIV NUM CD XIV
      “ PUNCT `` "
      – PUNCT : -
      , PUNCT , ,
      """)
  }

  @Test("what a model knows goes before the rules")
  func table() throws {
    let bytes = LemmaTable.bytes(
      stems: [("rattle", .verb), ("travel", .verb), ("movie", .noun), ("Texas", .name)],
      exceptions: [
        .init(form: "went", group: .verbPast, spelling: .small, lemma: "go"),
        .init(form: "Sept.", group: .name, spelling: .exact, lemma: "September"),
      ])
    let archive = try ModelArchive(ModelArchive.bytes(of: ["lemmas": bytes]))
    expect(
      """
      Went VERB VBD go
      went VERB VB go
      went NOUN NN went
      Sept. PROPN NNP September
      travelled VERB VBN travel
      travelling VERB VBG travel
      movies NOUN NNS movie
      TEXAS PROPN NNP Texas
      """, Lemmatiser(try LemmaTable(archive.section("lemmas"))))
  }

  @Test("a damaged section is refused", arguments: [0, 4, 8, 30])
  func damage(length: Int) throws {
    let bytes = LemmaTable.bytes(
      stems: [("rattle", .verb)],
      exceptions: [.init(form: "went", group: .verbPast, spelling: .small, lemma: "undergo")])
    let archive = try ModelArchive(
      ModelArchive.bytes(of: ["lemmas": Array(bytes.prefix(min(length, bytes.count - 1)))]))
    let section = try archive.section("lemmas")
    if length < bytes.count {
      #expect(throws: ModelArchive.Failure.self) { try LemmaTable(section) }
    }
  }

  @Test("any bytes have a lemma")
  func odd() {
    let forms = [
      "", "'", "’", "s", "es", "ed", "ing", "ied", "ies", "er", "É", "ß", "--", "\u{FF}s",
    ]
    for form in forms {
      for universal in UniversalTag.allCases {
        for penn in ["NN", "NNS", "NNP", "NNPS", "VBZ", "VBD", "VBG", "JJR", "MD", "PRP$"] {
          let lemma = Lemmatiser().lemma(of: form, .init(universal: universal, penn: penn))
          #expect(lemma.isEmpty == form.isEmpty, "\(form) \(universal) \(penn)")
        }
      }
    }
  }
}
