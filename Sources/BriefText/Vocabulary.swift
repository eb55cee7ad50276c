/// A number for each distinct form of a text.
public struct WordID: Hashable, Sendable, Comparable {
  /// The position in the vocabulary, in order of first occurrence.
  public let index: UInt32

  /// Creates the identifier at `index`.
  public init(_ index: Int) { self.index = UInt32(truncatingIfNeeded: index) }

  /// In order of first occurrence.
  public static func < (left: WordID, right: WordID) -> Bool { left.index < right.index }
}

/// The distinct forms of a text, each stored once.
///
/// Interning and look-up take constant time on average.
public struct Vocabulary: Sendable {
  private var strings: [String] = []
  private var ids: [String: WordID] = [:]

  /// Creates an empty vocabulary.
  public init() {}

  /// The number of distinct forms.
  public var count: Int { strings.count }

  /// The form that `id` stands for.
  public subscript(id: WordID) -> String { strings[Int(id.index)] }

  /// The identifier of `form`, or `nil` when the text does not hold it.
  public func id(of form: String) -> WordID? { ids[form] }

  /// The identifier of `form`, new when it was not there.
  mutating func intern(_ form: String) -> WordID {
    if let id = ids[form] { return id }
    let id = WordID(strings.count)
    strings.append(form)
    ids[form] = id
    return id
  }
}
