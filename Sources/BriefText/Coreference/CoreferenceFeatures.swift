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
      state.withEntity(of: candidate) { entity in
        guard let base = mentions.baseAddress else { return }
        addPair(base + index, base + candidate, entity, index, candidate, &walk, to: &sink)
      }
    }
  }

  // What depends on the same few things is added as a group, under a key that holds these things:
  // most groups of a pair are those of pairs before it.
  @inline(__always)
  private static func addPair(
    _ later: UnsafePointer<MentionDraft>, _ earlier: UnsafePointer<MentionDraft>,
    _ entity: UnsafePointer<CoreferenceState.Entity>, _ index: Int, _ candidate: Int,
    _ walk: inout Walk, to sink: inout some FeatureSink
  ) {
    let type = later.pointee.type
    let earlierType = earlier.pointee.type
    let types = FeatureHash.join(later.pointee.coarseType, earlier.pointee.coarseType)
    // Both types, as part of a key; what types are called in features has eight bits.
    let pair = type | earlierType << 8
    /// A key for the group `number` of features that depend on no more than `parts`, of 48 bits, and
    /// on the types.
    @inline(__always) func key(_ number: UInt64, _ parts: UInt64) -> UInt64 {
      FeatureHash.mix(number, parts << 16 | pair)
    }
    let match = matching(later, earlier, entity)
    let sentences = distance(later.pointee.sentence - earlier.pointee.sentence)
    let steps = distance(index - candidate)
    let nesting: UInt64 =
      if earlier.pointee.start <= later.pointee.start, later.pointee.end <= earlier.pointee.end {
        1
      } else if later.pointee.start <= earlier.pointee.start,
        earlier.pointee.end <= later.pointee.end
      {
        2
      } else {
        earlier.pointee.end == later.pointee.start ? 3 : 0
      }
    let sameGovernor: UInt64 =
      later.pointee.governor >= 0 && later.pointee.governor == earlier.pointee.governor
      ? later.pointee.isReflexive ? 2 : 1 : 0
    let sorts = (later: later.pointee.sorts, earlier: earlier.pointee.sorts)
    let entitySorts = entity.pointee.sorts
    let isFitting =
      !sorts.earlier.contradicts(sorts.later) && !entitySorts.contradicts(sorts.later, .gender)
      && nesting == 0 && earlier.pointee.pronoun != .other
      && (later.pointee.pronoun.person == earlier.pointee.pronoun.person
        || later.pointee.kind != .pronoun)
    let isSubject = earlier.pointee.isSubject
    let earlierRole = earlier.pointee.role
    let laterRole = later.pointee.role
    let earlierCoarse = earlier.pointee.headCoarse
    let laterCoarse = later.pointee.headCoarse
    let earlierOpening = UInt64(earlier.pointee.opening.rawValue)
    let laterOpening = UInt64(later.pointee.opening.rawValue)
    let quotations: UInt64 =
      (earlier.pointee.quotation == later.pointee.quotation ? 0 : 4)
      | (earlier.pointee.quotation > 0 ? 2 : 0) | (later.pointee.quotation > 0 ? 1 : 0)
    let predicate: UInt64 =
      earlier.pointee.predicateHead >= 0 && Int(earlier.pointee.predicateHead) == later.pointee.head
      ? 1
      : later.pointee.predicateHead >= 0 && Int(later.pointee.predicateHead) == earlier.pointee.head
        ? 2 : 0
    let sameHead: UInt64 = earlier.pointee.headFine == later.pointee.headFine ? 1 : 0
    let sameForm: UInt64 = later.pointee.governorForm == earlier.pointee.governorForm ? 1 : 0
    let fitting = min(walk.fitting, 6) << 1 | (isFitting ? 1 : 0)
    let fittingSubjects =
      min(walk.fittingSubjects, 3) << 2 | (isFitting ? 2 : 0) | (isSubject ? 1 : 0)
    let headsBefore = min(walk.sameHead, 3)

    // The earlier mention alone.
    sink.addGroup(key(1, UInt64(candidate))) { sink in
      add(26, 1, type, types, to: &sink)
      sink.add(35, from: earlierType, type)
      sink.add(39, from: earlierRole, type)
      sink.add(40, from: earlier.pointee.headFine, types)
      sink.add(41, from: earlierCoarse, types)
      sink.add(51, from: earlier.pointee.firstForm, types)
      sink.add(52, from: earlier.pointee.nextForm, types)
      sink.add(53, from: earlier.pointee.previousForm, types)
    }
    // How far it is.
    sink.addGroup(key(2, sentences << 4 | steps)) { sink in
      add(27, sentences, type, types, to: &sink)
      add(28, steps, type, types, to: &sink)
      sink.add(36, from: earlierType, type, sentences)
    }
    // How the words match.
    let matching = match << 16 | sentences << 12 | laterOpening << 9 | earlierOpening << 6
    sink.addGroup(key(3, matching | headsBefore << 4 | sameHead)) { sink in
      add(29, match, type, types, to: &sink)
      sink.add(30, from: match, sentences, types)
      sink.add(43, from: sameHead, match, types)
      sink.add(56, from: match, headsBefore, types)
      sink.add(57, from: match, laterOpening << 8 | earlierOpening)
    }
    // Gender, number and kind.
    let sortsKey =
      UInt64(sorts.earlier.rawValue) << 16 | UInt64(sorts.later.rawValue) << 8
      | UInt64(entitySorts.rawValue)
    sink.addGroup(key(4, sortsKey)) { sink in
      add(
        32,
        UInt64(sorts.earlier.intersection(.gender).rawValue) << 8
          | UInt64(sorts.later.intersection(.gender).rawValue), type, types, to: &sink)
      add(
        33,
        UInt64(sorts.earlier.intersection(.number).rawValue) << 8
          | UInt64(sorts.later.intersection(.number).rawValue), type, types, to: &sink)
      add(
        34, UInt64(sorts.earlier.rawValue) << 8 | UInt64(sorts.later.rawValue), type, types,
        to: &sink)
      sink.add(44, from: UInt64(entitySorts.rawValue), UInt64(sorts.later.rawValue), types)
    }
    // How they stand to each other.
    let standing = nesting << 4 | sameGovernor
    sink.addGroup(key(5, standing << 8 | quotations << 4 | predicate)) { sink in
      add(31, standing, type, types, to: &sink)
      add(45, quotations, type, types, to: &sink)
      add(54, predicate, type, types, to: &sink)
    }
    sink.addGroup(key(6, fitting << 8 | fittingSubjects)) { sink in
      add(48, fitting, type, types, to: &sink)
      add(49, fittingSubjects, type, types, to: &sink)
    }
    // What is seldom the same for two pairs comes last, so that it is looked up together.
    sink.add(37, from: earlierRole, laterRole, types)
    sink.add(38, from: earlierRole, type, sentences)
    sink.add(42, from: earlierCoarse, laterCoarse, match)
    sink.add(46, from: later.pointee.governorCoarse, earlierCoarse, type)
    sink.add(47, from: sameForm, types, laterRole)
    sink.add(50, from: later.pointee.preposition, earlier.pointee.preposition, types)
    sink.add(55, from: sentences, earlierRole, UInt64(earlier.pointee.kind.rawValue) << 8 | type)
    sink.add(58, from: match, laterCoarse, laterOpening)
    sink.add(59, from: nesting, earlierRole, types)

    if isFitting {
      walk.fitting += 1
      if isSubject { walk.fittingSubjects += 1 }
    }
    if earlier.pointee.headWord == later.pointee.headWord { walk.sameHead += 1 }
  }

  /// Adds a feature alone, with the later type, and with both.
  @inline(__always)
  private static func add(
    _ template: Int, _ value: UInt64, _ type: UInt64, _ types: UInt64,
    to sink: inout some FeatureSink
  ) {
    let hash = FeatureHash.mix(UInt64(template), value)
    sink.add(template, hash)
    sink.add(template, FeatureHash.join(hash, type))
    sink.add(template, FeatureHash.join(hash, types))
  }

  /// How the words of a mention match those of an earlier one and of its entity.
  @inline(__always)
  private static func matching(
    _ later: UnsafePointer<MentionDraft>, _ earlier: UnsafePointer<MentionDraft>,
    _ entity: UnsafePointer<CoreferenceState.Entity>
  ) -> UInt64 {
    if later.pointee.kind == .pronoun || earlier.pointee.kind == .pronoun {
      if later.pointee.kind == .pronoun {
        return later.pointee.pronoun == earlier.pointee.pronoun ? 1 : 0
      }
      // A noun after a pronoun: what else is known of the entity.
      return entity.pointee.hasKey(later.pointee.key)
        ? 2 : entity.pointee.hasHead(later.pointee.headWord) ? 3 : 4
    }
    var match: UInt64 = 8
    if later.pointee.key == earlier.pointee.key {
      match |= 1 << 4
    } else if later.pointee.headWord == earlier.pointee.headWord {
      match |= 2 << 4
    }
    // How many words the two share, and whether one has others.
    var shared = 0
    for word in later.pointee.words where earlier.pointee.words.contains(word) { shared += 1 }
    let others = (later.pointee.words.count > shared, earlier.pointee.words.count > shared)
    if shared > 0 {
      match |= (others.0 ? 1 : 0) << 8 | (others.1 ? 1 : 0) << 9 | 1 << 10
    }
    if later.pointee.capitals != 0, later.pointee.capitals == earlier.pointee.initials {
      match |= 1 << 11
    }
    if earlier.pointee.capitals != 0, earlier.pointee.capitals == later.pointee.initials {
      match |= 1 << 12
    }
    if entity.pointee.size > 1 {
      match |=
        entity.pointee.hasKey(later.pointee.key)
        ? 1 << 13 : entity.pointee.hasHead(later.pointee.headWord) ? 1 << 14 : 0
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
