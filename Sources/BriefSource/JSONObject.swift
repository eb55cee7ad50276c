/// The members of a JSON object, in the order they were written; no two have one name.
///
/// Names are the same when their code points are, as RFC 8259 has it: `é` in one code point and in
/// two are different names.
public struct JSONObject: Sendable {
  /// A name and its value.
  public struct Member: Hashable, Sendable {
    /// The name.
    public let name: String
    /// The value.
    public let value: JSONValue

    /// Creates a member.
    public init(_ name: String, _ value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  /// A name that equals only what has the same code points.
  private struct Key: Hashable, Sendable {
    let name: String

    static func == (left: Key, right: Key) -> Bool {
      left.name.utf8.elementsEqual(right.name.utf8)
    }

    func hash(into hasher: inout Hasher) {
      for byte in name.utf8 { hasher.combine(byte) }
      hasher.combine(0xFF as UInt8)
    }
  }

  /// The members in their order.
  public private(set) var members: [Member] = []
  /// Where the member of a name is; left empty as long as there are so few that searching is
  /// faster.
  private var positions: [Key: Int] = [:]
  private static let fewMembers = 8

  /// Creates an object without members.
  public init() {}

  /// Adds a member at the end; false, and nothing is added, when there is one of the name.
  ///
  /// The time it takes does not grow with the number of members.
  public mutating func append(_ name: String, _ value: JSONValue) -> Bool {
    guard position(of: name) == nil else { return false }
    members.append(Member(name, value))
    if members.count > Self.fewMembers {
      if positions.isEmpty {
        for (index, member) in members.enumerated() { positions[Key(name: member.name)] = index }
      } else {
        positions[Key(name: name)] = members.count - 1
      }
    }
    return true
  }

  /// The value of the member called `name`.
  public subscript(name: String) -> JSONValue? {
    position(of: name).map { members[$0].value }
  }

  private func position(of name: String) -> Int? {
    if positions.isEmpty {
      return members.firstIndex { $0.name.utf8.elementsEqual(name.utf8) }
    }
    return positions[Key(name: name)]
  }
}

extension JSONObject: Hashable {
  /// Two objects are equal when their members are, in the same order.
  public static func == (left: JSONObject, right: JSONObject) -> Bool {
    left.members == right.members
  }

  /// Feeds the members, in their order.
  public func hash(into hasher: inout Hasher) { hasher.combine(members) }
}
