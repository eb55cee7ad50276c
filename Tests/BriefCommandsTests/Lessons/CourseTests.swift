import BriefCommands
import BriefLessonTestSupport
import BriefScript
import BriefSource
import BriefTestSupport
import Testing

/// The course in the binary is that of the directory, and its lessons can be played.
@Suite struct CourseTests {
  static let directory = ProjectFiles.root + "/Scripts/lessons"
  static let lessons = Course.files(in: directory).filter { $0.hasSuffix(".brief") }

  @Test func theCourseIsThatOfTheDirectory() throws {
    var text = """
      #include "CCourse.h"

      // The course travels in the binary, so that a class needs nothing else. This list is that of
      // Scripts/lessons; CourseTests compare the two, and write it anew when BRIEF_RECORD is set.


      """
    let files = Course.files(in: Self.directory)
    for (index, file) in files.enumerated() {
      text += """
        static const unsigned char file_\(index)[] = {
        #embed "../../Scripts/lessons/\(file)"
        };

        """
    }
    text += files.isEmpty ? "" : "\n"
    text += "static const brief_course_file_t files[] = {\n"
    for (index, file) in files.enumerated() {
      text += "    {\"\(file)\", file_\(index), sizeof file_\(index)},\n"
    }
    text += """
          {0, 0, 0},
      };

      size_t brief_course_count(void) { return sizeof files / sizeof files[0] - 1; }

      brief_course_file_t brief_course_file(size_t index) {
        return files[index < brief_course_count() ? index : brief_course_count()];
      }

      """
    try expectGolden(text, at: ProjectFiles.root + "/Sources/CCourse/CCourse.c")
  }

  @Test func whatIsEmbeddedIsInTheDirectory() throws {
    let course = Course.embedded
    let written = try Course(in: Self.directory)
    #expect(course.entries.map(\.name) == written.entries.map(\.name))
    for (embedded, file) in zip(course.entries, written.entries) {
      let isSame = embedded.lesson.source.bytes == file.lesson.source.bytes
      #expect(isSame, "\(file.name)")
    }
    #expect(course.texts.keys.sorted() == written.texts.keys.sorted())
    for (name, text) in written.texts {
      let isSame = course.texts[name] == text
      #expect(isSame, "\(name)")
    }
  }

  @Test(arguments: lessons)
  func aLessonIsSoundInEveryAnswer(file: String) throws {
    let trial = LessonTrial(
      String(file.dropLast(".brief".count)), of: try Course(in: Self.directory))
    #expect(trial.complaints.isEmpty, "\(trial.complaints.joined(separator: "\n"))")
    #expect(!trial.exercises.isEmpty)
  }
}
