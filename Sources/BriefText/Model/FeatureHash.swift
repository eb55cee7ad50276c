/// Hashes of features: a template's number, mixed with the hashes of the words it looks at.
///
/// Two multiplications a feature at most; the same on every machine.

enum FeatureHash {
  /// The hash of one part for the template `template`.
  @inline(__always)
  static func mix(_ template: UInt64, _ part: UInt64) -> UInt64 {
    var hash = (part ^ (template &* 0xA24B_AED4_963E_E407)) &* 0x9E37_79B9_7F4A_7C15
    hash ^= hash >> 32
    return hash &* 0xD6E8_FEB8_6659_FD93
  }

  /// `hash` with one more part.
  @inline(__always)
  static func join(_ hash: UInt64, _ part: UInt64) -> UInt64 {
    var joined = (hash ^ (hash >> 29)) &+ part
    joined = joined &* 0xBF58_476D_1CE4_E5B9
    return joined ^ (joined >> 31)
  }
}
