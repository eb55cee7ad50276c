import BriefSource
import BriefTestSupport
import Glibc
import Testing

@Suite struct AtomicFileTests {
  private let directory = TemporaryDirectory()

  private func path(_ name: String) -> String { directory.path + "/" + name }

  @Test func writesAFileAndNothingElse() throws {
    try AtomicFile.write(Array("one\n".utf8), to: path("a.txt"))
    #expect(directory.names == ["a.txt"])
    #expect(directory.text(of: "a.txt") == "one\n")
  }

  @Test func refusesToReplace() throws {
    try AtomicFile.write(Array("one".utf8), to: path("a.txt"))
    let error = #expect(throws: WritingError.self) {
      try AtomicFile.write(Array("two".utf8), to: path("a.txt"))
    }
    #expect("\(String(describing: error))".contains("exists"))
    #expect(directory.text(of: "a.txt") == "one")
    #expect(directory.names == ["a.txt"])
  }

  @Test func replacesWhenTold() throws {
    try AtomicFile.write(Array("one".utf8), to: path("a.txt"))
    _ = chmod(path("a.txt"), 0o640)
    try AtomicFile.write(Array("two".utf8), to: path("a.txt"), replacing: true)
    #expect(directory.text(of: "a.txt") == "two")
    var status = stat()
    #expect(stat(path("a.txt"), &status) == 0)
    #expect(status.st_mode & 0o777 == 0o640)
  }

  @Test func aLinkStaysAndItsTargetIsReplaced() throws {
    try AtomicFile.write(Array("one".utf8), to: path("a.txt"))
    #expect(symlink("a.txt", path("link")) == 0)
    try AtomicFile.write(Array("two".utf8), to: path("link"), replacing: true)
    #expect(directory.text(of: "a.txt") == "two")
    var status = stat()
    #expect(lstat(path("link"), &status) == 0)
    #expect(status.st_mode & S_IFMT == S_IFLNK)
  }

  @Test func aDeviceIsWrittenToAndFullOnesAreReported() {
    #expect(throws: Never.self) { try AtomicFile.write([65], to: "/dev/null", replacing: true) }
    let error = #expect(throws: WritingError.self) { try AtomicFile.write([65], to: "/dev/full") }
    #expect("\(String(describing: error))".contains("no space left"))
  }

  @Test(arguments: [
    ("", "cannot write"), ("missing/a.txt", "no such file"), (".", "directory"),
    ("a\0b", "cannot write"),
  ])
  func whatCannotBeWrittenIsSaid(name: String, message: String) {
    let target = name.isEmpty ? "" : path(name)
    let error = #expect(throws: WritingError.self) {
      try AtomicFile.write([65], to: target, replacing: true)
    }
    #expect("\(String(describing: error))".contains(message))
    #expect(directory.names.isEmpty)
  }
}
