/// A number for each of many words or phrases, found by their bytes.
///
/// An open-addressing table over one array of bytes: filling it makes no string and asks for no
/// memory per word, which is what the time of reading a list goes to otherwise. Look-up and
/// insertion take constant time on average, and time in proportion to the length of the form.
/// Forms that differ in their bytes are different, also where Unicode takes them for the same.
package struct FormTable: Sendable {
  /// One place of the table.
  private struct Slot {
    /// The number of bytes; 0 in an empty place.
    var length: UInt16 = 0
    /// A part of the hash that the place does not depend on.
    var check: UInt16 = 0
    /// Where the bytes begin in the pool.
    var start: UInt32 = 0
    var value: UInt32 = 0
  }

  private var pool: [UInt8] = []
  /// A power of two of places, at most two thirds of them taken.
  private var slots: [Slot]
  /// The number of forms.
  package private(set) var count = 0

  /// Creates a table that takes `capacity` forms of `length` bytes on average before it grows.
  package init(capacity: Int = 32, length: Int = 8) {
    var size = 16
    while size * 2 < capacity * 3 { size *= 2 }
    slots = Array(repeating: Slot(), count: size)
    pool.reserveCapacity(capacity * length)
  }

  /// The number of `form`, or `nil` when it is not there.
  package subscript(form: String) -> UInt32? {
    if let found = form.utf8.withContiguousStorageIfAvailable({ self[$0] }) { return found }
    return Array(form.utf8).withUnsafeBufferPointer { self[$0] }
  }

  /// The number of the form with these bytes, or `nil` when it is not there.
  package subscript(form: UnsafeBufferPointer<UInt8>) -> UInt32? {
    guard !form.isEmpty, form.count <= Int(UInt16.max) else { return nil }
    let slot = slots[place(of: form, hash: Self.hash(form))]
    return slot.length == 0 ? nil : slot.value
  }

  /// Gives the form with these bytes the number that `value` makes of the one it has.
  ///
  /// Empty forms, and those of more than 65,535 bytes, are not taken.
  package mutating func update(
    _ form: UnsafeBufferPointer<UInt8>, _ value: (UInt32?) -> UInt32
  ) {
    guard !form.isEmpty, form.count <= Int(UInt16.max) else { return }
    let hash = Self.hash(form)
    var place = place(of: form, hash: hash)
    if slots[place].length > 0 {
      slots[place].value = value(slots[place].value)
      return
    }
    if (count + 1) * 3 > slots.count * 2 {
      grow()
      place = self.place(of: form, hash: hash)
    }
    slots[place] = Slot(
      length: UInt16(form.count), check: Self.check(hash),
      start: UInt32(truncatingIfNeeded: pool.count), value: value(nil))
    pool.append(contentsOf: form)
    count += 1
  }

  /// Gives `form` the number that `value` makes of the one it has.
  package mutating func update(_ form: String, _ value: (UInt32?) -> UInt32) {
    Array(form.utf8).withUnsafeBufferPointer { update($0, value) }
  }

  /// The forms whose number `isWanted`, sorted.
  ///
  /// Linear in the size of the table; only the forms that are wanted become strings.
  package func forms(where isWanted: (UInt32) -> Bool) -> [String] {
    slots.filter { $0.length > 0 && isWanted($0.value) }.map { slot in
      String(decoding: pool[Int(slot.start)..<Int(slot.start) + Int(slot.length)], as: UTF8.self)
    }.sorted()
  }

  /// The place that holds the form, or the empty place where it belongs.
  private func place(of form: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Int {
    let mask = slots.count - 1
    let check = Self.check(hash)
    var place = Int(truncatingIfNeeded: hash) & mask
    while true {
      let slot = slots[place]
      if slot.length == 0 { return place }
      if slot.check == check, Int(slot.length) == form.count, holds(Int(slot.start), form) {
        return place
      }
      place = (place + 1) & mask
    }
  }

  private func holds(_ start: Int, _ form: UnsafeBufferPointer<UInt8>) -> Bool {
    for offset in 0..<form.count where pool[start + offset] != form[offset] { return false }
    return true
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(), count: old.count * 2)
    let mask = slots.count - 1
    pool.withUnsafeBufferPointer { pool in
      for slot in old where slot.length > 0 {
        let start = Int(slot.start)
        let form = UnsafeBufferPointer(rebasing: pool[start..<start + Int(slot.length)])
        var place = Int(truncatingIfNeeded: Self.hash(form)) & mask
        while slots[place].length > 0 { place = (place + 1) & mask }
        slots[place] = slot
      }
    }
  }

  /// FNV-1a, with the upper half brought down: the lower bits give the place.
  private static func hash(_ form: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in form { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash ^ hash >> 32
  }

  private static func check(_ hash: UInt64) -> UInt16 { UInt16(truncatingIfNeeded: hash >> 40) }
}
