/// The dependency trees of the sentences of a text, in the relations of Universal Dependencies.
///
/// Every sentence has one root; following heads from any token leads to it.
public struct Trees: Sendable {
  /// The token each token depends on; the root of a sentence has -1.
  public internal(set) var heads: [Int32]
  /// The number of each token's relation in ``relationNames``.
  public internal(set) var relations: [UInt8]
  /// The names of the relations, subtypes included: `nsubj:pass`.
  public let relationNames: [String]

  /// The token on which the token at `index` depends; `nil` for the root of a sentence.
  public func head(_ index: Int) -> Int? { heads[index] < 0 ? nil : Int(heads[index]) }

  /// The relation of the token at `index` to its head.
  public func relation(_ index: Int) -> String {
    let number = Int(relations[index])
    return number < relationNames.count ? relationNames[number] : "dep"
  }
}
