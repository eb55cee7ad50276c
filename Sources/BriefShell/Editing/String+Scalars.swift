import BriefSource

extension String {
  /// Whether it holds nothing but white space.
  var isBlank: Bool { unicodeScalars.allSatisfy(\.properties.isWhitespace) }

  /// A text of the code points that libedit gives, whatever they are.
  init(scalars: UnsafePointer<UInt32>?, count: Int) {
    var view = String.UnicodeScalarView()
    for value in UnsafeBufferPointer(start: scalars, count: Swift.max(0, count)) {
      view.append(Unicode.Scalar(value) ?? "\u{FFFD}")
    }
    self = String(view)
  }

  /// A text of `scalars`.
  init(scalars: some Sequence<Unicode.Scalar>) {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    self = String(view)
  }

  /// Gives the code points, ended by 0, to C; the text ends early where it holds a 0 itself.
  func withScalars(_ body: (UnsafePointer<UInt32>) -> Void) {
    let values = unicodeScalars.map(\.value) + [0]
    values.withUnsafeBufferPointer { if let start = $0.baseAddress { body(start) } }
  }

  /// The code points that a range of UTF-8 offsets covers, or `nil` when it covers none exactly.
  func scalarRange(_ range: TextRange) -> Range<Int>? {
    guard range.end <= utf8.count else { return nil }
    let start = utf8.index(startIndex, offsetBy: range.start)
    let end = utf8.index(startIndex, offsetBy: range.end)
    guard start.samePosition(in: unicodeScalars) != nil,
      end.samePosition(in: unicodeScalars) != nil
    else { return nil }
    let first = unicodeScalars.distance(from: unicodeScalars.startIndex, to: start)
    return first..<first + unicodeScalars.distance(from: start, to: end)
  }
}
