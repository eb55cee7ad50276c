import BriefScript
import BriefSource
import CCourse

/// The lessons that come with the program, and the texts they read; all of it is in the binary.
public struct Course {
  /// A lesson of the course.
  public struct Entry {
    /// Its number, from 1.
    public let number: Int
    /// Its name: that of its file without the ending.
    public let name: String
    /// What it is.
    public let lesson: Lesson

    /// The name without the number that files are sorted by: `03-who-spoke` is `who-spoke`.
    public var shortName: String { Course.shortName(name) }
  }

  static func shortName(_ name: String) -> String {
    let digits = name.prefix { $0.isASCII && $0.isNumber }
    let rest = name.dropFirst(digits.count)
    return !digits.isEmpty && rest.first == "-" ? String(rest.dropFirst()) : name
  }

  /// The lessons in their order.
  public let entries: [Entry]
  /// The texts by their name, as lessons load them: `briefings/NAME.txt`.
  public let texts: [String: [UInt8]]

  /// Creates a course from files: their names with the ending, and what is in them.
  ///
  /// Lessons are sorted by name.
  public init(lessons: [(name: String, text: String)], texts: [String: [UInt8]]) {
    entries = lessons.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
      .enumerated().map { index, file in
        Entry(
          number: index + 1, name: FileName(file.name).stem,
          lesson: Lesson(Source(name: file.name, text: file.text)))
      }
    self.texts = texts
  }

  /// The course in the binary.
  public static var embedded: Course {
    var lessons: [(name: String, text: String)] = []
    var texts: [String: [UInt8]] = [:]
    for index in 0..<brief_course_count() {
      let file = brief_course_file(index)
      guard let name = file.name, let start = file.bytes else { continue }
      let path = String(cString: name)
      let bytes = Array(UnsafeBufferPointer(start: start, count: file.count))
      if path.hasSuffix(".brief") {
        lessons.append((path, String(decoding: bytes, as: UTF8.self)))
      } else {
        texts[path] = bytes
      }
    }
    return Course(lessons: lessons, texts: texts)
  }

  /// The lesson that `query` means: its number, its name with or without number, or words of its
  /// title, in any case; `nil` when none or several are meant.
  public func entry(_ query: String) -> Entry? {
    if let number = Int(query) { return entries.first { $0.number == number } }
    let wanted = query.lowercased()
    if let entry = entries.first(where: { $0.name == wanted || $0.shortName == wanted }) {
      return entry
    }
    let found = entries.filter {
      $0.name.contains(wanted) || $0.lesson.title.lowercased().contains(wanted)
    }
    return found.count == 1 ? found[0] : nil
  }
}
