/// Offsets in a text, which are found almost in their order.
struct Positions {
  private var offsets: [Int] = []

  mutating func reserveCapacity(_ count: Int) { offsets.reserveCapacity(count) }

  /// Adds an offset; constant time where it comes after all others.
  mutating func insert(_ offset: Int) {
    guard let last = offsets.last, last >= offset else {
      offsets.append(offset)
      return
    }
    let place = place(of: offset)
    if offsets[place] != offset { offsets.insert(offset, at: place) }
  }

  /// Whether `offset` is one of them; logarithmic in their number.
  func contains(_ offset: Int) -> Bool {
    let place = place(of: offset)
    return place < offsets.count && offsets[place] == offset
  }

  /// The first place whose offset is not less than `offset`.
  private func place(of offset: Int) -> Int {
    var (low, high) = (0, offsets.count)
    while low < high {
      let middle = (low + high) / 2
      if offsets[middle] < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
