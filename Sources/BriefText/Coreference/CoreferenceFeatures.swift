/// What is looked at to decide whether a mention begins an entity, or means the same as an earlier
/// one.
///
/// Most of what is looked at counts by itself, together with the type of the later mention, and
/// together with the types of both; after Durrett and Klein, "Easy victories and uphill battles in
/// coreference resolution", EMNLP 2013.
package enum CoreferenceFeatures {
  /// What was looked at for one mention while its candidates are gone through.
  package struct Walk {
    /// How many candidates so far would fit a pronoun, and how many of them are subjects.
    var fitting: UInt64 = 0
    var fittingSubjects: UInt64 = 0
    /// How many candidates share its head.
    var sameHead: UInt64 = 0

    package init() {}
  }

  /// The features of beginning an entity.
  @inline(__always)
  static func addNew(_ state: CoreferenceState, _ index: Int, to sink: inout some FeatureSink) {
    let mention = state.mentions[index]
    let type = mention.type
    @inline(__always) func add(_ template: Int, _ value: UInt64) {
      sink.add(template, from: value, type)
    }
    let seen = state.sightings(of: index)
    sink.add(0, from: 1)
    add(1, 1)
    add(2, mention.firstForm)
    add(3, mention.lastForm)
    add(4, mention.previousForm)
    add(5, mention.nextForm)
    add(6, length(mention.end - mention.start))
    add(7, mention.role)
    add(8, mention.headFine)
    add(9, mention.headCoarse)
    add(10, mention.headSuffix)
    add(11, seen)
    sink.add(12, from: seen, mention.coarseType, mention.role)
    add(13, UInt64(mention.sorts.rawValue))
    sink.add(14, from: mention.governorCoarse, type, mention.role)
    add(15, mention.preposition)
    add(16, (mention.hasPostmodifier ? 1 : 0) | (mention.isPredicate ? 2 : 0))
    sink.add(17, from: seen, type, UInt64(mention.opening.rawValue))
    sink.add(18, from: seen, mention.headCoarse)
    add(19, index < 5 ? UInt64(index) : 5 + distance(mention.sentence))
    sink.add(20, from: mention.previousForm, mention.nextForm, type)
    add(21, mention.headTag)
    add(22, (mention.quotation > 0 ? 1 : 0) | (mention.isInQuestion ? 2 : 0))
    add(23, UInt64(min(mention.words.count, 4)))
    add(24, mention.clause)
    if index + 1 < state.mentions.count {
      let next = state.mentions[index + 1]
      sink.add(25, from: next.coarseType, type, mention.contains(next) ? 1 : 0)
    }
  }

  /// The features of joining the mention at `index` to the earlier one at `candidate`.
  @inline(__always)
  static func addPair(
    _ state: CoreferenceState, _ index: Int, _ candidate: Int, _ walk: inout Walk,
    to sink: inout some FeatureSink
  ) {
    state.mentions.withUnsafeBufferPointer { mentions in
      addPair(state, mentions[index], mentions[candidate], index, candidate, &walk, to: &sink)
    }
  }

  @inline(__always)
  private static func addPair(
    _ state: CoreferenceState, _ later: MentionDraft, _ earlier: MentionDraft, _ index: Int,
    _ candidate: Int, _ walk: inout Walk, to sink: inout some FeatureSink
  ) {
    let type = later.type
    let types = FeatureHash.join(later.coarseType, earlier.coarseType)
    // Alone, with the later type, with both.
    @inline(__always) func add(_ template: Int, _ value: UInt64) {
      let hash = FeatureHash.mix(UInt64(template), value)
      sink.add(template, hash)
      sink.add(template, FeatureHash.join(hash, type))
      sink.add(template, FeatureHash.join(hash, types))
    }
    // With both only.
    @inline(__always) func addTyped(_ template: Int, _ value: UInt64) {
      sink.add(template, from: value, types)
    }
    let entity = state.entity(of: candidate)
    let match = matching(later, earlier, entity)
    let sentences = distance(later.sentence - earlier.sentence)
    let nesting: UInt64 =
      if earlier.contains(later) {
        1
      } else if later.contains(earlier) {
        2
      } else {
        earlier.end == later.start ? 3 : 0
      }
    let sameGovernor: UInt64 =
      later.governor >= 0 && later.governor == earlier.governor ? later.isReflexive ? 2 : 1 : 0
    let contradicts = earlier.sorts.contradicts(later.sorts)
    let entityContradicts = entity.sorts.contradicts(later.sorts, .gender)
    let isFitting =
      !contradicts && !entityContradicts && nesting == 0 && earlier.pronoun != .other
      && (later.pronoun.person == earlier.pronoun.person || later.kind != .pronoun)
    let isSubject = earlier.isSubject

    add(26, 1)
    add(27, sentences)
    add(28, distance(index - candidate))
    add(29, match)
    sink.add(30, from: match, sentences, types)
    add(31, nesting << 4 | sameGovernor)
    add(
      32,
      UInt64(earlier.sorts.intersection(.gender).rawValue) << 8
        | UInt64(later.sorts.intersection(.gender).rawValue))
    add(
      33,
      UInt64(earlier.sorts.intersection(.number).rawValue) << 8
        | UInt64(later.sorts.intersection(.number).rawValue))
    add(34, UInt64(earlier.sorts.rawValue) << 8 | UInt64(later.sorts.rawValue))
    sink.add(35, from: earlier.type, type)
    sink.add(36, from: earlier.type, type, sentences)
    sink.add(37, from: earlier.role, later.role, types)
    sink.add(38, from: earlier.role, type, sentences)
    sink.add(39, from: earlier.role, type)
    addTyped(40, earlier.headFine)
    addTyped(41, earlier.headCoarse)
    sink.add(42, from: earlier.headCoarse, later.headCoarse, match)
    sink.add(43, from: earlier.headFine == later.headFine ? 1 : 0, match, types)
    sink.add(44, from: UInt64(entity.sorts.rawValue), UInt64(later.sorts.rawValue), types)
    add(
      45,
      (earlier.quotation == later.quotation ? 0 : 4) | (earlier.quotation > 0 ? 2 : 0)
        | (later.quotation > 0 ? 1 : 0))
    sink.add(46, from: later.governorCoarse, earlier.headCoarse, type)
    sink.add(47, from: later.governorForm == earlier.governorForm ? 1 : 0, types, later.role)
    add(48, min(walk.fitting, 6) << 1 | (isFitting ? 1 : 0))
    add(49, min(walk.fittingSubjects, 3) << 2 | (isFitting ? 2 : 0) | (isSubject ? 1 : 0))
    sink.add(50, from: later.preposition, earlier.preposition, types)
    addTyped(51, earlier.firstForm)
    addTyped(52, earlier.nextForm)
    addTyped(53, earlier.previousForm)
    add(
      54,
      earlier.predicateHead >= 0 && Int(earlier.predicateHead) == later.head
        ? 1 : later.predicateHead >= 0 && Int(later.predicateHead) == earlier.head ? 2 : 0)
    sink.add(55, from: sentences, earlier.role, UInt64(earlier.kind.rawValue) << 8 | type)
    sink.add(56, from: match, min(walk.sameHead, 3), types)
    let openings = UInt64(later.opening.rawValue) << 8 | UInt64(earlier.opening.rawValue)
    sink.add(57, from: match, openings)
    sink.add(
      58, from: match, later.headCoarse, UInt64(later.opening.rawValue))
    sink.add(59, from: nesting, earlier.role, types)

    if isFitting {
      walk.fitting += 1
      if isSubject { walk.fittingSubjects += 1 }
    }
    if earlier.headWord == later.headWord { walk.sameHead += 1 }
  }

  /// How the words of a mention match those of an earlier one and of its entity.
  @inline(__always)
  private static func matching(
    _ later: MentionDraft, _ earlier: MentionDraft, _ entity: CoreferenceState.Entity
  ) -> UInt64 {
    if later.kind == .pronoun || earlier.kind == .pronoun {
      if later.kind == .pronoun { return later.pronoun == earlier.pronoun ? 1 : 0 }
      // A noun after a pronoun: what else is known of the entity.
      return entity.hasKey(later.key) ? 2 : entity.hasHead(later.headWord) ? 3 : 4
    }
    var match: UInt64 = 8
    if later.key == earlier.key {
      match |= 1 << 4
    } else if later.headWord == earlier.headWord {
      match |= 2 << 4
    }
    // How many words the two share, and whether one has others.
    var shared = 0
    for word in later.words where earlier.words.contains(word) { shared += 1 }
    let others = (later.words.count > shared, earlier.words.count > shared)
    if shared > 0 {
      match |= (others.0 ? 1 : 0) << 8 | (others.1 ? 1 : 0) << 9 | 1 << 10
    }
    if later.capitals != 0, later.capitals == earlier.initials { match |= 1 << 11 }
    if earlier.capitals != 0, earlier.capitals == later.initials { match |= 1 << 12 }
    if entity.size > 1 {
      match |=
        entity.hasKey(later.key)
        ? 1 << 13 : entity.hasHead(later.headWord) ? 1 << 14 : 0
    }
    return match
  }

  /// 0, 1, 2, 3, 4, then ever wider steps.
  @inline(__always)
  private static func distance(_ number: Int) -> UInt64 {
    switch number {
    case ..<5: UInt64(max(0, number))
    case ..<7: 5
    case ..<10: 6
    case ..<15: 7
    case ..<25: 8
    case ..<50: 9
    default: 10
    }
  }

  @inline(__always)
  private static func length(_ number: Int) -> UInt64 { distance(number) }

  /// The features of beginning an entity, appended to `features`.
  package static func collectNew(
    _ state: CoreferenceState, _ index: Int, into features: inout [UInt64]
  ) {
    var sink = CollectingSink(hashes: features)
    features = []
    addNew(state, index, to: &sink)
    features = sink.hashes
  }

  /// The features of joining two mentions, appended to `features`.
  package static func collectPair(
    _ state: CoreferenceState, _ index: Int, _ candidate: Int, _ walk: inout Walk,
    into features: inout [UInt64]
  ) {
    var sink = CollectingSink(hashes: features)
    features = []
    addPair(state, index, candidate, &walk, to: &sink)
    features = sink.hashes
  }
}
