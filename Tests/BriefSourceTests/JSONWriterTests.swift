import BriefSource
import Testing

@Suite struct JSONWriterTests {
  @Test func membersAndElementsAreSeparated() {
    var json = JSONWriter()
    json.object { json in
      json.member("a", "x")
      json.member("b", nil)
      json.array("c") { json in
        json.value(1)
        json.value(2.5)
        json.array { _ in }
        json.object { $0.member("d", 3) }
      }
      json.key("e")
      json.value(true)
    }
    json.endLine()
    json.value("next")
    #expect(
      json.text == #"{"a":"x","b":null,"c":[1,2.5,[],{"d":3}],"e":true}"# + "\n" + #""next""#)
  }

  @Test(arguments: [
    ("quote \" backslash \\", #""quote \" backslash \\""#),
    ("tab\tline\r\n", #""tab\tline\r\n""#),
    ("bell\u{7} del\u{7F} nul\u{0}", #""bell\u0007 del\u007f nul\u0000""#),
    ("“Türkiye” 日本", "\"“Türkiye” 日本\""),
  ])
  func stringsEscapeWhatTheyMust(_ text: String, _ expected: String) {
    var json = JSONWriter()
    json.value(text)
    #expect(json.text == expected)
  }

  @Test func whatIsNoNumberIsNull() {
    var json = JSONWriter()
    json.array { json in
      json.value(Double.nan)
      json.value(Double.infinity)
    }
    #expect(json.text == "[null,null]")
  }
}
