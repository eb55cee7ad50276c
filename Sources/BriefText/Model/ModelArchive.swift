import CModel

/// The trained model as one stretch of bytes: named sections behind a table of contents.
///
/// Numbers are little-endian; sections begin at multiples of 64 bytes. Nothing is copied or
/// unpacked when a model is opened: what is read of it is read in place.
public struct ModelArchive: @unchecked Sendable {
  /// Why bytes are no model.
  public enum Failure: Error, CustomStringConvertible, Equatable {
    case isNoModel
    case wrongVersion(found: Int, expected: Int)
    case damaged(section: String)
    case missing(section: String)

    /// One clause that says what is wrong.
    public var description: String {
      switch self {
      case .isNoModel: "this is no model of brief"
      case .wrongVersion(let found, let expected):
        "the model is of version \(found), and this program reads version \(expected)"
      case .damaged(let section): "the section '\(section)' of the model is damaged"
      case .missing(let section): "the model has no section '\(section)'"
      }
    }
  }

  /// The version of the format and of the features; a model of another one is refused.
  public static let version = 2
  /// What the addresses of sections are multiples of: the size of a cache line.
  fileprivate static let alignment = 64
  static let magic: [UInt8] = Array("BRIEFMDL".utf8)

  /// The memory is that of the program itself, or is kept by `owner`; it never changes.
  private let bytes: UnsafeRawBufferPointer
  private let owner: AnyObject?
  private let sections: [String: Range<Int>]

  /// The model that is part of the program.
  ///
  /// Constant time: its pages are read when they are used.
  public static func embedded() throws(Failure) -> ModelArchive {
    let embedded = brief_embedded_model()
    return try ModelArchive(
      UnsafeRawBufferPointer(start: embedded.bytes, count: embedded.count), owner: nil)
  }

  /// Opens a model that was read from a file.
  public init(_ bytes: [UInt8]) throws(Failure) {
    let copy = Memory(bytes)
    try self.init(UnsafeRawBufferPointer(copy.bytes), owner: copy)
  }

  private init(_ bytes: UnsafeRawBufferPointer, owner: AnyObject?) throws(Failure) {
    self.bytes = bytes
    self.owner = owner
    guard bytes.count >= 16, bytes[..<8].elementsEqual(Self.magic) else { throw .isNoModel }
    let version = Int(Self.load(UInt32.self, bytes, 8))
    guard version == Self.version else {
      throw .wrongVersion(found: version, expected: Self.version)
    }
    let count = Int(Self.load(UInt32.self, bytes, 12))
    guard count < 1000, 16 + count * 32 <= bytes.count else { throw .damaged(section: "contents") }
    var sections: [String: Range<Int>] = [:]
    for index in 0..<count {
      let entry = 16 + index * 32
      let name = String(
        decoding: bytes[entry..<entry + 16].prefix { $0 != 0 }, as: UTF8.self)
      let start = Self.load(UInt64.self, bytes, entry + 16)
      let length = Self.load(UInt64.self, bytes, entry + 24)
      guard start % UInt64(Self.alignment) == 0, start <= UInt64(bytes.count),
        length <= UInt64(bytes.count) - start
      else { throw .damaged(section: name) }
      sections[name] = Int(start)..<Int(start + length)
    }
    self.sections = sections
  }

  private static func load<T>(_: T.Type, _ bytes: UnsafeRawBufferPointer, _ offset: Int) -> T {
    bytes.loadUnaligned(fromByteOffset: offset, as: T.self)
  }

  /// The names of the sections, in order.
  package var sectionNames: [String] { sections.keys.sorted() }

  /// Whether there is a section of this name.
  package func contains(_ name: String) -> Bool { sections[name] != nil }

  /// The bytes of a section.
  package func section(_ name: String) throws(Failure) -> ModelSection {
    guard let range = sections[name] else { throw .missing(section: name) }
    return ModelSection(
      name: name, bytes: UnsafeRawBufferPointer(rebasing: bytes[range]), owner: owner,
      isChecked: owner == nil)
  }

  /// A copy of the bytes of a section.
  package func sectionBytes(_ name: String) throws(Failure) -> [UInt8] {
    Array(try section(name).bytes)
  }

  /// Lays out a model of sections, in order of their names.
  public static func bytes(of sections: [String: [UInt8]]) -> [UInt8] {
    let names = sections.keys.sorted()
    var head = magic
    func append(_ number: some FixedWidthInteger) {
      withUnsafeBytes(of: number.littleEndian) { head.append(contentsOf: $0) }
    }
    append(UInt32(version))
    append(UInt32(names.count))
    func padding(_ count: Int) -> [UInt8] {
      Array(repeating: 0, count: (alignment - count % alignment) % alignment)
    }
    let headCount = 16 + names.count * 32
    var body = padding(headCount)
    var offset = headCount + body.count
    for name in names {
      let section = sections[name] ?? []
      head.append(contentsOf: Array(name.utf8.prefix(15)))
      head.append(contentsOf: Array(repeating: 0, count: 16 - min(15, name.utf8.count)))
      append(UInt64(offset))
      append(UInt64(section.count))
      body += section + padding(section.count)
      offset = headCount + body.count
    }
    return head + body
  }

  /// Bytes at a fixed address, aligned as numbers want it.
  private final class Memory {
    let bytes: UnsafeMutableRawBufferPointer

    init(_ content: [UInt8]) {
      bytes = UnsafeMutableRawBufferPointer.allocate(
        byteCount: max(8, content.count), alignment: ModelArchive.alignment)
      bytes.copyBytes(from: content)
    }

    deinit { bytes.deallocate() }
  }
}

/// One section of a model.
package struct ModelSection: @unchecked Sendable {
  let name: String
  let bytes: UnsafeRawBufferPointer
  /// Keeps the bytes.
  let owner: AnyObject?
  /// Whether the bytes are known to be sound, as those in the program are, which the tests check.
  let isChecked: Bool

  /// The section as numbers of one type, from `offset` on.
  func numbers<T: FixedWidthInteger>(
    of type: T.Type, from offset: Int = 0, count: Int
  ) throws(ModelArchive.Failure) -> UnsafeBufferPointer<T> {
    let size = MemoryLayout<T>.size
    guard offset >= 0, count >= 0, offset % size == 0, offset <= bytes.count,
      count <= (bytes.count - offset) / size
    else { throw .damaged(section: name) }
    guard count > 0, let base = bytes.baseAddress else {
      return UnsafeBufferPointer(start: nil, count: 0)
    }
    return UnsafeBufferPointer(
      start: (base + offset).assumingMemoryBound(to: type), count: count)
  }

  /// The number at `offset`.
  func number(at offset: Int) throws(ModelArchive.Failure) -> Int {
    guard offset + 4 <= bytes.count else { throw .damaged(section: name) }
    return Int(bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  /// The lines of a section of text.
  package var lines: [String] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
  }
}
