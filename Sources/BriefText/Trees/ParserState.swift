/// The state of parsing one sentence: a stack, the next word, and the arcs drawn so far.
///
/// Words are numbered from 0; the number of words stands for the root, which comes after the last.
package struct ParserState {
  package private(set) var stack: [Int32] = []
  package private(set) var next: Int32 = 0
  package private(set) var count: Int32 = 0
  /// The head of each word, -1 before it has one.
  package private(set) var heads: [Int32] = []
  /// The relation of each word to its head.
  package private(set) var relations: [UInt8] = []
  /// The outermost dependents on either side; -1 for none.
  package private(set) var children: [Children] = []

  package struct Children {
    var left: Int32 = -1
    var right: Int32 = -1
    /// How many there are on either side.
    var leftCount: UInt8 = 0
    var rightCount: UInt8 = 0
    /// A bit for each relation, by its number modulo 64.
    var leftRelations: UInt64 = 0
    var rightRelations: UInt64 = 0
  }

  package init() {}

  /// Begins with a sentence of `count` words.
  package mutating func begin(_ count: Int) {
    stack.removeAll(keepingCapacity: true)
    next = 0
    self.count = Int32(count)
    heads.removeAll(keepingCapacity: true)
    relations.removeAll(keepingCapacity: true)
    children.removeAll(keepingCapacity: true)
    for _ in 0...count {
      heads.append(-1)
      relations.append(0)
      children.append(Children())
    }
  }

  /// Whether every word has a head.
  package var isFinished: Bool { next == count && stack.isEmpty }

  /// Whether a transition of this kind may be taken; with the root as next word only one word may
  /// be left for it, so a tree has one root.
  @inline(__always)
  package func allows(_ kind: Transitions.Kind) -> Bool {
    switch kind {
    case .shift: next < count
    case .left: !stack.isEmpty && (next < count || stack.count == 1)
    case .right: stack.count > 1
    }
  }

  /// The word `depth` places below the top of the stack, or -1.
  @inline(__always)
  package func top(_ depth: Int) -> Int32 {
    depth < stack.count ? stack[stack.count - 1 - depth] : -1
  }

  /// Takes a transition that is allowed.
  package mutating func take(_ kind: Transitions.Kind, _ relation: UInt8) {
    switch kind {
    case .shift:
      stack.append(next)
      next += 1
    case .left:
      let word = stack.removeLast()
      attach(word, to: next, relation)
      let bit = UInt64(1) << UInt64(relation & 63)
      let head = Int(next)
      children[head].left = word
      children[head].leftCount = min(250, children[head].leftCount) + 1
      children[head].leftRelations |= bit
    case .right:
      let word = stack.removeLast()
      let head = Int(stack[stack.count - 1])
      attach(word, to: Int32(head), relation)
      let bit = UInt64(1) << UInt64(relation & 63)
      children[head].right = word
      children[head].rightCount = min(250, children[head].rightCount) + 1
      children[head].rightRelations |= bit
    }
  }

  private mutating func attach(_ word: Int32, to head: Int32, _ relation: UInt8) {
    heads[Int(word)] = head
    relations[Int(word)] = relation
  }
}
