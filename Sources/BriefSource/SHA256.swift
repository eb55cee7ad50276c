/// The hash of 256 bits of the Secure Hash Standard (FIPS 180-4, section 6.2).
///
/// Two files of the same hash are taken for the same; nobody knows how to make two that differ.
///
///     var hash = SHA256()
///     hash.update(bytes)
///     print(hash.finish())
///
/// Takes time linear in the number of bytes.
public struct SHA256: Sendable {
  /// A hash, written as 64 hexadecimal digits.
  public struct Digest: Hashable, Sendable, CustomStringConvertible {
    /// The digits, in lower case.
    public let description: String

    fileprivate init(_ words: SIMD8<UInt32>) {
      var text = ""
      for index in 0..<8 {
        let digits = String(words[index], radix: 16)
        text += String(repeating: "0", count: 8 - digits.utf8.count) + digits
      }
      description = text
    }

    /// Reads a hash as it is written; `nil` for anything else.
    public init?(_ text: String) {
      let isDigit: (UInt8) -> Bool = { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
      guard text.utf8.count == 64, text.utf8.allSatisfy(isDigit) else { return nil }
      description = text
    }
  }

  /// The first 32 bits of the fractional parts of the square roots of the first eight primes.
  private var state: SIMD8<UInt32> = [
    0x6A09_E667, 0xBB67_AE85, 0x3C6E_F372, 0xA54F_F53A,
    0x510E_527F, 0x9B05_688C, 0x1F83_D9AB, 0x5BE0_CD19,
  ]
  /// What does not fill a block yet.
  private var rest: [UInt8] = []
  private var count: UInt64 = 0
  private static let blockSize = 64

  /// Creates the hash of nothing so far.
  public init() { rest.reserveCapacity(Self.blockSize) }

  /// The hash of `bytes`.
  public static func digest(of bytes: [UInt8]) -> Digest {
    var hash = SHA256()
    hash.update(bytes)
    return hash.finish()
  }

  /// Adds `bytes`.
  public mutating func update(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { update($0) }
  }

  /// Adds the bytes of `buffer`.
  public mutating func update(_ buffer: UnsafeRawBufferPointer) {
    count &+= UInt64(buffer.count)
    var start = 0
    if !rest.isEmpty {
      start = min(Self.blockSize - rest.count, buffer.count)
      rest.append(contentsOf: buffer[..<start])
      guard rest.count == Self.blockSize else { return }
      rest.withUnsafeBytes { Self.add(blocks: $0, to: &state) }
      rest.removeAll(keepingCapacity: true)
    }
    let end = start + (buffer.count - start) / Self.blockSize * Self.blockSize
    if start < end {
      Self.add(blocks: UnsafeRawBufferPointer(rebasing: buffer[start..<end]), to: &state)
    }
    rest.append(contentsOf: buffer[end...])
  }

  /// The hash of all that was added.
  public func finish() -> Digest {
    var last = rest
    last.append(0x80)
    // The length in bits fills the last eight bytes of a block.
    let zeros = (Self.blockSize * 2 - 8 - last.count) % Self.blockSize
    last.append(contentsOf: repeatElement(0, count: zeros))
    withUnsafeBytes(of: (count &* 8).bigEndian) { last.append(contentsOf: $0) }
    var state = state
    last.withUnsafeBytes { Self.add(blocks: $0, to: &state) }
    return Digest(state)
  }

  // MARK: Blocks

  /// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
  private static let constants: [UInt32] = [
    0x428A_2F98, 0x7137_4491, 0xB5C0_FBCF, 0xE9B5_DBA5, 0x3956_C25B, 0x59F1_11F1, 0x923F_82A4,
    0xAB1C_5ED5, 0xD807_AA98, 0x1283_5B01, 0x2431_85BE, 0x550C_7DC3, 0x72BE_5D74, 0x80DE_B1FE,
    0x9BDC_06A7, 0xC19B_F174, 0xE49B_69C1, 0xEFBE_4786, 0x0FC1_9DC6, 0x240C_A1CC, 0x2DE9_2C6F,
    0x4A74_84AA, 0x5CB0_A9DC, 0x76F9_88DA, 0x983E_5152, 0xA831_C66D, 0xB003_27C8, 0xBF59_7FC7,
    0xC6E0_0BF3, 0xD5A7_9147, 0x06CA_6351, 0x1429_2967, 0x27B7_0A85, 0x2E1B_2138, 0x4D2C_6DFC,
    0x5338_0D13, 0x650A_7354, 0x766A_0ABB, 0x81C2_C92E, 0x9272_2C85, 0xA2BF_E8A1, 0xA81A_664B,
    0xC24B_8B70, 0xC76C_51A3, 0xD192_E819, 0xD699_0624, 0xF40E_3585, 0x106A_A070, 0x19A4_C116,
    0x1E37_6C08, 0x2748_774C, 0x34B0_BCB5, 0x391C_0CB3, 0x4ED8_AA4A, 0x5B9C_CA4F, 0x682E_6FF3,
    0x748F_82EE, 0x78A5_636F, 0x84C8_7814, 0x8CC7_0208, 0x90BE_FFFA, 0xA450_6CEB, 0xBEF9_A3F7,
    0xC671_78F2,
  ]

  /// Adds whole blocks, each as section 6.2.2 says.
  private static func add(
    blocks: UnsafeRawBufferPointer, to state: inout SIMD8<UInt32>
  ) {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { schedule in
      constants.withUnsafeBufferPointer { constants in
        for block in stride(from: 0, to: blocks.count, by: blockSize) {
          for index in 0..<16 {
            schedule[index] = UInt32(
              bigEndian: blocks.loadUnaligned(
                fromByteOffset: block &+ index &* 4, as: UInt32.self))
          }
          for index in 16..<64 {
            let (early, late) = (schedule[index &- 15], schedule[index &- 2])
            let first = rotated(early, 7) ^ rotated(early, 18) ^ (early &>> 3)
            let second = rotated(late, 17) ^ rotated(late, 19) ^ (late &>> 10)
            schedule[index] = schedule[index &- 16] &+ first &+ schedule[index &- 7] &+ second
          }
          compress(schedule, constants, into: &state)
        }
      }
    }
  }

  private static func compress(
    _ schedule: UnsafeMutableBufferPointer<UInt32>, _ constants: UnsafeBufferPointer<UInt32>,
    into state: inout SIMD8<UInt32>
  ) {
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    for index in 0..<64 {
      let mixed = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)
      let choice = (e & f) ^ (~e & g)
      let first = h &+ mixed &+ choice &+ constants[index] &+ schedule[index]
      let majority = (a & b) ^ (a & c) ^ (b & c)
      let second = (rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)) &+ majority
      (h, g, f, e) = (g, f, e, d &+ first)
      (d, c, b, a) = (c, b, a, first &+ second)
    }
    state = state &+ SIMD8(a, b, c, d, e, f, g, h)
  }

  @inline(__always)
  private static func rotated(_ word: UInt32, _ count: UInt32) -> UInt32 {
    (word &>> count) | (word &<< (32 &- count))
  }
}
