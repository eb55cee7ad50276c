import BriefSource
import BriefText

extension Gazetteer {
  /// A thing the lists know.
  struct Entry: Sendable {
    /// What a row stands for beside the thing it names first.
    enum Aspect: Sendable {
      /// The thing itself.
      case thing
      /// The people or language that the demonym in this part of the list names; and the entry of
      /// their country.
      case demonym(Range<Int>, country: Int)
      /// A people, by the word for it.
      case people
      /// An actor of a user's file, with what the lists say beside it.
      case actor(ActorFacts)
    }

    /// What is known of an actor of a user's file.
    struct ActorFacts: Sendable {
      let name: String
      let kind: String
      let country: Int?
      let codes: String
      let standsFor: String
    }

    /// Where a thing is known from.
    enum List: Sendable {
      case places, bodies, names
      /// An actor file that the user gave.
      case actors
    }

    /// What it is.
    let type: EntityType
    private let file: Lexicon.File
    private let row: Int
    private let aspect: Aspect

    /// The entry of the current row of `rows`, which read `list`.
    init(_ list: Lexicon.File, _ rows: LexiconReader, type: EntityType, as aspect: Aspect = .thing)
    {
      self.type = type
      self.file = list
      self.aspect = aspect
      row = rows.start
    }

    /// The entry of an actor of a user's file, which keeps what `before` says and the file does not.
    init(_ actor: Actor, before: Entry?) {
      type = actor.kind?.type ?? before?.type ?? .person
      file = .bodies
      row = 0
      aspect = .actor(
        ActorFacts(
          name: actor.name, kind: actor.kind?.rawValue ?? before?.kind ?? "person",
          country: before?.country, codes: before?.codes ?? "",
          standsFor: before?.standsFor ?? ""))
    }

    /// Its name in the list.
    var name: String {
      switch aspect {
      case .thing: field(0)
      case .demonym(let range, _): String(decoding: Lexicon.text(file)[range], as: UTF8.self)
      case .people: NameFolding.key(field(0))
      case .actor(let facts): facts.name
      }
    }

    /// The kind the list gives: `country`, `armed`, `media`; `demonym` and `people` for peoples.
    var kind: String {
      switch aspect {
      case .demonym: "demonym"
      case .thing, .people: field(1)
      case .actor(let facts): facts.kind
      }
    }

    /// The entry of the country whose people or language it is; `nil` for what is no demonym.
    var country: Int? {
      switch aspect {
      case .demonym(_, let country): country
      case .actor(let facts): facts.country
      case .thing, .people: nil
      }
    }

    /// The codes of the states it is, lies in, belongs to or acts in, with "|" between.
    var codes: String {
      switch aspect {
      case .actor(let facts): facts.codes
      case .people: ""
      case .thing, .demonym: field(file == .places ? 2 : 3)
      }
    }

    /// The office that is meant by a building or place; empty for most.
    var standsFor: String {
      switch aspect {
      case .actor(let facts): facts.standsFor
      case .thing where file == .bodies: field(4)
      case .thing, .demonym, .people: ""
      }
    }

    /// The list it comes from.
    var list: List {
      switch aspect {
      case .actor: .actors
      case .people: .names
      case .thing, .demonym: file == .places ? .places : .bodies
      }
    }

    /// A field of the row it comes from; empty when the row has none of this number.
    ///
    /// Linear in the length of the row, which is decoded no further than the field.
    func field(_ number: Int) -> String {
      let text = Lexicon.text(file)
      var start = row
      var field = 0
      while field < number, start < text.count, text[start] != 0x0A {
        if text[start] == 0x09 { field += 1 }
        start += 1
      }
      guard field == number else { return "" }
      var end = start
      while end < text.count, text[end] != 0x09, text[end] != 0x0A { end += 1 }
      return String(decoding: text[start..<end], as: UTF8.self)
    }
  }

  /// What each word is, by its folded form.
  struct Words: Sendable {
    private var table = FormTable(capacity: 5600)

    /// What the lists say of the folded `form`; `nil` when they do not hold it.
    subscript(form: String) -> WordKinds? { table[form].map { WordKinds(rawValue: $0) } }

    /// The words that are of any of `kinds`, sorted. Linear in the number of words.
    func forms(of kinds: WordKinds) -> [String] {
      table.forms { !WordKinds(rawValue: $0).isDisjoint(with: kinds) }
    }

    /// Adds `kinds` to what a word is.
    mutating func add(_ kinds: WordKinds, to form: [UInt8]) {
      form.withUnsafeBufferPointer { form in
        table.update(form) { ($0 ?? 0) | kinds.rawValue }
      }
    }
  }
}
