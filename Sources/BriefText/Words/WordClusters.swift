/// Classes of words that occur in like contexts, learnt from raw text.
///
/// Two clusterings share one sorted table; a form is found by binary search.
package struct WordClusters: Sendable {
  /// The classes of a form; 0 where it is too rare to have one.
  package struct Classes {
    package var fine: UInt16
    package var coarse: UInt16

    package init(fine: UInt16 = 0, coarse: UInt16 = 0) {
      self.fine = fine
      self.coarse = coarse
    }
  }

  private let section: ModelSection?
  private let count: Int

  /// No clusters at all, for a model that is still to be trained.
  package static let none = WordClusters()

  private init() {
    section = nil
    count = 0
  }

  /// Opens the clusters in a section: a count, then forms' hashes in ascending order, then their
  /// classes.
  package init(_ section: ModelSection) throws(ModelArchive.Failure) {
    self.section = section
    count = try section.number(at: 0)
    guard section.bytes.count >= 8 + count * 8 else { throw .damaged(section: section.name) }
  }

  /// The classes of the form with this hash; see ``WordFeatures/form``.
  ///
  /// Logarithmic in the number of forms.
  package subscript(form: UInt64) -> Classes {
    guard let section else { return Classes() }
    // The top halves tell the forms of a language apart.
    let key = UInt32(truncatingIfNeeded: form >> 32)
    let bytes = section.bytes
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if bytes.loadUnaligned(fromByteOffset: 8 + middle * 4, as: UInt32.self) < key {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low < count, bytes.loadUnaligned(fromByteOffset: 8 + low * 4, as: UInt32.self) == key
    else { return Classes() }
    let place = 8 + count * 4 + low * 4
    return Classes(
      fine: bytes.loadUnaligned(fromByteOffset: place, as: UInt16.self),
      coarse: bytes.loadUnaligned(fromByteOffset: place + 2, as: UInt16.self))
  }

  /// The bytes of a section with these classes; of two forms with one key the first counts.
  package static func bytes(of classes: [(form: UInt64, classes: Classes)]) -> [UInt8] {
    var byKey: [UInt32: Classes] = [:]
    for entry in classes {
      let key = UInt32(truncatingIfNeeded: entry.form >> 32)
      if byKey[key] == nil { byKey[key] = entry.classes }
    }
    let keys = byKey.keys.sorted()
    var bytes: [UInt8] = []
    func append(_ number: some FixedWidthInteger) {
      withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }
    append(UInt32(keys.count))
    append(UInt32(0))
    for key in keys { append(key) }
    for key in keys {
      append(byKey[key]?.fine ?? 0)
      append(byKey[key]?.coarse ?? 0)
    }
    return bytes
  }
}
