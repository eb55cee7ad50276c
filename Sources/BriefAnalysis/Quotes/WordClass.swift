import BriefText

/// The classes of words by which clauses and noun phrases are told apart without a parser.
struct WordClass: OptionSet, Sendable {
  let rawValue: UInt64

  /// A form of a verb that introduces speech.
  static let cue = WordClass(rawValue: 1)
  /// "has", "will", "was", "did".
  static let auxiliary = WordClass(rawValue: 1 << 1)
  /// "also", "later", and what ends in -ly.
  static let adverb = WordClass(rawValue: 1 << 2)
  /// "the", "a", "this", "some".
  static let determiner = WordClass(rawValue: 1 << 3)
  /// "he", "they", "who".
  static let pronoun = WordClass(rawValue: 1 << 4)
  /// "his", "their".
  static let possessive = WordClass(rawValue: 1 << 5)
  /// "of", "for", "in".
  static let preposition = WordClass(rawValue: 1 << 6)
  /// "and", "but".
  static let conjunction = WordClass(rawValue: 1 << 7)
  /// "that", "because", "while", "if".
  static let subordinator = WordClass(rawValue: 1 << 8)
  /// "who", "which".
  static let relative = WordClass(rawValue: 1 << 9)
  /// "not", "n't", "never".
  static let negation = WordClass(rawValue: 1 << 10)
  /// Names of days and months, "today", "yesterday", "night".
  static let time = WordClass(rawValue: 1 << 11)
  /// Nouns for people and bodies that speak: "spokesperson", "officials", "ministry".
  static let speaker = WordClass(rawValue: 1 << 12)
  /// "to".
  static let to = WordClass(rawValue: 1 << 13)
  /// ".", "?", "!".
  static let stop = WordClass(rawValue: 1 << 14)
  /// ",".
  static let comma = WordClass(rawValue: 1 << 15)
  /// ":".
  static let colon = WordClass(rawValue: 1 << 16)
  /// "-", "–", "—".
  static let dash = WordClass(rawValue: 1 << 17)
  /// "(", "[".
  static let open = WordClass(rawValue: 1 << 18)
  /// ")", "]".
  static let close = WordClass(rawValue: 1 << 19)
  /// ";".
  static let semicolon = WordClass(rawValue: 1 << 20)
  /// "’s" and "’".
  static let genitive = WordClass(rawValue: 1 << 21)
  /// A mark that may open or close a quotation.
  static let mark = WordClass(rawValue: 1 << 22)
  /// Any punctuation or symbol.
  static let punctuation = WordClass(rawValue: 1 << 23)
  /// A common verb that introduces no speech; it ends a noun phrase.
  static let verb = WordClass(rawValue: 1 << 24)
  /// "that".
  static let that = WordClass(rawValue: 1 << 25)
  /// "former", "senior", "top": adjectives before a noun for a person.
  static let rank = WordClass(rawValue: 1 << 26)
  /// "Mr.", "Gen.": what stands before a name and ends with a point of its own.
  static let title = WordClass(rawValue: 1 << 27)
  /// A pronoun that cannot be a speaker of its own: "it", "which", "what".
  static let impersonal = WordClass(rawValue: 1 << 28)
  /// "of".
  static let of = WordClass(rawValue: 1 << 29)
  /// "and".
  static let and = WordClass(rawValue: 1 << 30)
  /// "as".
  static let asWord = WordClass(rawValue: 1 << 31)
  /// "a", "an", "the", "every".
  static let article = WordClass(rawValue: 1 << 32)
  /// A verb that is no cue of the lexicon but ends like a past tense: "retaliated".
  static let regularPast = WordClass(rawValue: 1 << 33)
  /// "I", "we", "you": those who take part in the conversation.
  static let conversation = WordClass(rawValue: 1 << 34)
  /// A hyphen between the parts of one word.
  static let hyphen = WordClass(rawValue: 1 << 35)
  /// "when", "after", "while" and the like: what opens a clause of circumstance.
  static let circumstance = WordClass(rawValue: 1 << 36)

  /// The classes of `word`, in small letters with straight apostrophes.
  static func classes(of word: String) -> WordClass {
    var found = table[word] ?? []
    if found.isEmpty {
      if word.utf8.count > 4, word.hasSuffix("ly"), !notAdverbs.contains(word) {
        found.insert(.adverb)
      }
      if word.utf8.count > 4, word.hasSuffix("ed") { found.insert(.regularPast) }
      if word.utf8.count > 6 {
        for ending in speakerEndings where word.hasSuffix(ending) { found.insert(.speaker) }
      }
    }
    return found
  }

  private static let speakerEndings = [
    "spokesperson", "spokesman", "spokeswoman", "spokespeople", "spokesmen", "official",
    "officials", "minister", "ministers", "secretary", "president", "congressman", "congresswoman",
    "chairman", "chairwoman", "chairperson",
  ]

  private static let notAdverbs: Set<String> = [
    "family", "ally", "rally", "assembly", "italy", "july", "reply", "supply", "daily", "weekly",
    "elderly", "kelly", "sally", "billy", "emily", "likely", "unlikely", "friendly", "early",
    "beverly", "anomaly", "monthly", "quarterly", "apply", "rely", "imply", "multiply",
  ]

  private static let table: [String: WordClass] = {
    var table: [String: WordClass] = [:]
    func add(_ words: String, _ classes: WordClass) {
      for word in words.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
        table[String(word), default: []].formUnion(classes)
      }
    }
    add(
      """
      has have had having is are was were be been being am will would can could may might shall should
      must do does did 's 'd 'll 've 're 'm ca wo ai
      """, .auxiliary)
    add(
      """
      also later then again once now never always often sometimes soon still even just already too
      only ever earlier long rather instead further meanwhile however thus therefore so far yet
      back today perhaps maybe indeed almost nearly simply quite very once twice thereby hereby
      """, .adverb)
    add(
      """
      the a an this these those some any all both each every no another such several many few most
      more one two three four five six seven eight nine ten dozens hundreds thousands other
      """, .determiner)
    add("he she they we i you it who one", .pronoun)
    add("it which what this there", .impersonal)
    add("his her their its my our your whose", .possessive)
    add(
      """
      of for in at by with from on about into over under against between among through during
      without within toward towards upon near like across along amid around behind beyond despite
      except inside outside since than throughout via per regarding concerning onto off out up down
      as before after until till past above below beside besides
      """, .preposition)
    add("and but or nor yet plus &", .conjunction)
    add(
      """
      that because while if whether when whenever where wherever although though unless until since
      after before as lest whereas once why how so
      """, .subordinator)
    add("who which whom whose that", .relative)
    add("that", .that)
    add("of", .of)
    add("i we you", .conversation)
    add("when after while as before since although though because if once until", .circumstance)
    add("a an the every", .article)
    add("and", .and)
    add("as", .asWord)
    add("not n't never", .negation)
    add(
      """
      monday tuesday wednesday thursday friday saturday sunday january february march april may june
      july august september october november december jan. feb. mar. apr. jun. jul. aug. sep. sept.
      oct. nov. dec. today yesterday tomorrow tonight morning afternoon evening night week weekend
      month year noon midnight earlier later
      """, .time)
    add(
      """
      spokesperson spokesman spokeswoman spokespeople spokesmen official officials minister ministers
      secretary president chairman chairwoman chairperson chair head heads chief chiefs director
      directors adviser advisers advisor advisors aide aides ambassador ambassadors envoy envoys
      diplomat diplomats lawmaker lawmakers senator senators congressman congresswoman governor
      governors mayor mayors general generals commander commanders officer officers leader leaders
      member members analyst analysts expert experts professor professors lawyer lawyers attorney
      attorneys judge judges source sources critic critics supporter supporters opponent opponents
      people person man woman men women resident residents witness witnesses voter voters candidate
      candidates nominee reporter reporters journalist journalists author authors writer writers
      researcher researchers scientist scientists economist economists activist activists strategist
      strategists consultant consultants manager managers executive executives representative
      representatives delegate delegates ministry department office agency government administration
      company group committee commission council court campaign party team report statement study
      poll police army military embassy republican republicans democrat democrats king queen prince
      pope bishop archbishop doctor doctors teacher teachers student students owner owners founder
      chancellor premier deputy commissioner coordinator correspondent editor editors columnist
      historian investigator investigators prosecutor prosecutors negotiator negotiators mediator
      mediators pollster pollsters insider insiders ally allies colleague colleagues friend friends
      mother father wife husband son daughter brother sister veteran veterans host hosts anchor
      co-founder co-chair co-chairman vice-president sheriff captain colonel major sergeant lieutenant
      specialist staffer staffers operative operatives organiser organizer organisers organizers
      advocate advocates scholar scholars fellow conservative conservatives liberal liberals
      """, .speaker)
    add("former senior top longtime veteran current acting deputy then-", .rank)
    add("familiar close briefed present involved", .rank)
    add("to", .to)
    add(". ? ! ... …", [.stop, .punctuation])
    add(",", [.comma, .punctuation])
    add(":", [.colon, .punctuation])
    add("- -- – — ― ‒ ---", [.dash, .punctuation])
    add("( [ {", [.open, .punctuation])
    add(") ] }", [.close, .punctuation])
    add(";", [.semicolon, .punctuation])
    add("/ * _ … • | # % & +", .punctuation)
    add("'s ' s'", .genitive)
    add(
      """
      got get gets make makes made take takes took taken come comes came went goes gone see saw seen
      want wants wanted need needs needed try tries tried use uses used keep keeps kept let lets left
      leave leaves seem seems seemed become becomes became show shows win wins won lose loses lost
      run runs ran hold holds held bring brings brought sit sits sat stand stands stood meet meets met
      pay pays paid send sends sent build builds built spend spends spent cut cuts grow grows grew
      turn turns turned help helps helped move moves moved live lives lived serve serves served
      face faces faced lead leads led appear appears appeared include includes included remain
      remains remained happen happens happened attend attended work works worked give gives gave
      """, .verb)
    add(
      """
      mr mrs ms dr sen rep gov gen lt col maj capt sgt adm prof rev hon sir mr. mrs. ms. dr. sen. rep.
      gov. gen. lt. col. maj. capt. sgt. adm. prof. rev. hon. spc. cpl. pvt. st. jr. sr. jr sr
      """, .title)
    return table
  }()
}
