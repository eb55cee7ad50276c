import BriefTestSupport
import SystemPackage
import Testing

@testable import BriefServer

@Suite struct MessageReaderTests {
  /// Everything a reader makes of `text`.
  private func read(_ text: String) throws -> [MessageReader.Incoming] {
    let directory = TemporaryDirectory()
    directory.write(text, to: "input")
    let file = try FileDescriptor.open(FilePath(directory.path + "/input"), .readOnly)
    return try file.closeAfter {
      var reader = MessageReader(file)
      var found: [MessageReader.Incoming] = []
      while true {
        let next = try reader.next()
        if next == .end { return found }
        found.append(next)
      }
    }
  }

  private func message(_ text: String) -> MessageReader.Incoming { .message(Array(text.utf8)) }
  private let noLength = MessageReader.Incoming.malformed(
    "expected 'Content-Length: …' in the header")
  private let wrongLength = MessageReader.Incoming.malformed(
    "expected a number up to \(MessageReader.contentLimit) after 'Content-Length:'")

  @Test func messagesAreCutByTheirLength() throws {
    #expect(
      try read(
        "Content-Length: 2\r\n\r\n{}Content-Length: 4\r\n\r\n[\r\n]Content-Length: 0\r\n\r\n")
        == [message("{}"), message("[\r\n]"), message("")])
    #expect(try read("Content-Length: 4\r\n\r\n“x") == [message("“x")])
  }

  @Test func headersMayHaveOtherFieldsAndPlainLineEnds() throws {
    #expect(
      try read(
        "Content-Type: application/vscode-jsonrpc; charset=utf-8\r\nCONTENT-length:2 \r\n\r\n{}"
          + "Content-Length:\t2\n\n[]\r\n\r\nContent-Length: 1\r\nX-Other: 1\r\n\r\n3")
        == [message("{}"), message("[]"), message("3")])
  }

  @Test func readingGoesOnAfterABrokenHeader() throws {
    let good = "Content-Length: 2\r\n\r\n{}"
    #expect(try read("Length: 2\r\n\r\n{}" + good) == [noLength, message("{}")])
    #expect(try read("hello\r\n" + good) == [noLength, message("{}")])
    #expect(try read("{\"a\":1}" + good) == [noLength, message("{}")])
    for length in ["x", "", "-1", "1e3", "0x2", "2 2", "99999999999999999999", "67108865"] {
      #expect(
        try read("Content-Length: \(length)\r\n\r\n{}" + good) == [wrongLength, message("{}")],
        "\(length)")
    }
    // The content was longer than its header said.
    #expect(
      try read("Content-Length: 1\r\n\r\n{}" + good) == [message("{"), noLength, message("{}")])
    let line = String(repeating: "x", count: MessageReader.lineLimit + 1)
    #expect(
      try read(line + "\r\n" + good)
        == [.malformed("a line of a header is too long"), message("{}")])
    #expect(
      try read(String(repeating: "x", count: 300_000) + good)
        == [.malformed("a line of a header is too long"), message("{}")])
  }

  @Test func whatIsCutOffIsLeftOut() throws {
    for text in [
      "", "\r\n", "Content-Le", "Content-Length: 5", "Content-Length: 5\r\n",
      "Content-Length: 5\r\n\r\n", "Content-Length: 5\r\n\r\n{\"a\"",
    ] {
      #expect(try read(text) == [], "\(text)")
    }
    #expect(try read("nothing\r\n\r\nat all") == [noLength])
  }
}
