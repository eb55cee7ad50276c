import BriefSource

/// A text and the layers of annotation worked out of it, which share token indices.
///
/// A layer is computed when it is first asked for, together with those it requires. A document is
/// owned by one thread.
public final class Document {
  /// The layers, each after those it requires.
  public enum Layer: Int, CaseIterable, Sendable, Comparable {
    case tokens
    case sentences
    case tags
    case lemmas
    case trees
    case names
    case coreference

    /// The layers that have to be there first.
    public var requires: [Layer] {
      switch self {
      case .tokens: []
      case .sentences: [.tokens]
      case .tags: [.sentences]
      case .lemmas: [.tags]
      case .trees: [.tags]
      case .names: [.tags]
      case .coreference: [.trees]
      }
    }

    /// In order of computation.
    public static func < (left: Layer, right: Layer) -> Bool { left.rawValue < right.rawValue }
  }

  /// The text.
  public let source: Source
  /// Its blocks.
  public let layout: Layout
  /// Offsets, ascending, at which a sentence must end and the next begin.
  public let boundaries: [Int]
  private var forms = Vocabulary()
  private var tokenLayer: Tokens?
  private var sentenceLayer: Sentences?
  private var tagLayer: Tags?
  private var lemmaLayer: Lemmas?
  private var treeLayer: Trees?
  private var nameLayer: Names?
  private var coreferenceLayer: Coreference?
  private let engine: Engine?
  private var words: SentenceWords?

  /// Creates a document with no layer computed.
  ///
  /// - Parameters:
  ///   - source: The text.
  ///   - layout: Its blocks; no sentence goes beyond one.
  ///   - boundaries: Further offsets no sentence goes across: after a dateline, a speaker's label.
  ///   - engine: What tags and parses; the one of the program unless another is given.
  public init(
    _ source: Source, layout: Layout, boundaries: [Int] = [], engine: Engine? = .embedded
  ) {
    self.source = source
    self.layout = layout
    self.boundaries = boundaries
    self.engine = engine
  }

  /// Creates a document whose tokens and sentences are given, as corpora have them.
  public init(_ given: GivenTokens, engine: Engine? = .embedded) {
    source = given.source
    layout = Layout(given.source)
    boundaries = []
    self.engine = engine
    tokenLayer = given.tokens
    sentenceLayer = given.sentences
    forms = given.vocabulary
  }

  /// Creates a document for a text about which only its lines are known.
  public convenience init(_ source: Source) { self.init(source, layout: Layout(source)) }

  /// The tokens.
  public var tokens: Tokens {
    analyse(to: .tokens)
    return tokenLayer ?? Tokens()
  }

  /// The forms of the tokens.
  public var vocabulary: Vocabulary {
    analyse(to: .tokens)
    return forms
  }

  /// The sentences.
  public var sentences: Sentences {
    analyse(to: .sentences)
    return sentenceLayer ?? Sentences()
  }

  /// The tags of the tokens; `nil` without a model.
  public var tags: Tags? {
    analyse(to: .tags)
    return tagLayer
  }

  /// The lemmas of the tokens; `nil` without a model.
  public var lemmas: Lemmas? {
    analyse(to: .lemmas)
    return lemmaLayer
  }

  /// The trees of the sentences; `nil` without a model.
  public var trees: Trees? {
    analyse(to: .trees)
    return treeLayer
  }

  /// The names in the text; `nil` without a model.
  public var names: Names? {
    analyse(to: .names)
    return nameLayer
  }

  /// Why the token at `index` has its tag, its head and its place in a name or none, each with at
  /// most `limit` reasons; nothing without a model.
  ///
  /// Linear in the length of its sentence, and in the number of distinct forms.
  public func decisions(about index: Int, limit: Int = 5) -> [Decision] {
    guard let engine else { return [] }
    return DecisionExplainer(document: self, engine: engine, limit: limit).decisions(about: index)
  }

  /// Which phrases mean the same; `nil` without a model that was trained to tell.
  public var coreference: Coreference? {
    analyse(to: .coreference)
    return coreferenceLayer
  }

  /// The phrases that coreference is about; `nil` without a model.
  package var mentionDrafts: [MentionDraft]? {
    analyse(to: .trees)
    guard let tokenLayer, let sentenceLayer, let tagLayer, let treeLayer, let words else {
      return nil
    }
    return MentionFinder(
      tokens: tokenLayer, sentences: sentenceLayer, tags: tagLayer, trees: treeLayer,
      vocabulary: forms, table: words.table
    ).mentions()
  }

  /// Computes `layer` and what it requires, unless it is there.
  public func analyse(to layer: Layer) {
    for required in layer.requires { analyse(to: required) }
    switch layer {
    case .tokens:
      if tokenLayer == nil { tokenLayer = Tokeniser.tokens(of: source, vocabulary: &forms) }
    case .sentences:
      if sentenceLayer == nil, let tokenLayer {
        sentenceLayer = SentenceSplitter.sentences(
          of: tokenLayer, vocabulary: forms, layout: layout, boundaries: boundaries)
      }
    case .tags:
      if tagLayer == nil, let engine, let tokenLayer, let sentenceLayer {
        var words = SentenceWords(forms, clusters: engine.clusters)
        tagLayer = engine.tagger.tags(of: tokenLayer, sentences: sentenceLayer, words: &words)
        self.words = words
      }
    case .lemmas:
      if lemmaLayer == nil, let engine, let tokenLayer, let tagLayer {
        lemmaLayer = Lemmas(
          tokenLayer, vocabulary: forms, tags: tagLayer, lemmatiser: engine.lemmatiser)
      }
    case .trees:
      if treeLayer == nil, let engine, let tokenLayer, let sentenceLayer, let tagLayer, var words {
        self.words = nil
        treeLayer = engine.parser.trees(
          of: tokenLayer, sentences: sentenceLayer, tags: tagLayer, words: &words)
        self.words = words
      }
    case .names:
      if nameLayer == nil, let engine, let tokenLayer, let sentenceLayer, let tagLayer, var words {
        self.words = nil
        let names = engine.names.names(
          of: tokenLayer, sentences: sentenceLayer, tags: tagLayer, words: &words)
        nameLayer = Names(
          names,
          values: ValueFinder.values(
            in: tokenLayer, sentences: sentenceLayer, tags: tagLayer, vocabulary: forms,
            names: names))
        self.words = words
      }
    case .coreference:
      if coreferenceLayer == nil, let ranker = engine?.coreference, let mentions = mentionDrafts {
        coreferenceLayer = ranker.resolve(mentions)
      }
    }
  }

  /// The text of the token at `index`, as it stands.
  public func form(_ index: Int) -> String {
    analyse(to: .tokens)
    return forms[tokens.forms[index]]
  }

  /// The text of the token at `index` without case.
  public func lower(_ index: Int) -> String {
    analyse(to: .tokens)
    return forms[tokens.lowers[index]]
  }
}
