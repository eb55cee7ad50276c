import BriefScript
import BriefSource
import Testing

@testable import BriefShell

/// What is said beside results: progress, times, the sequence for the clipboard.
@Suite struct RunningTextTests {
  @Test(arguments: [
    (0, 10, 1.0, "load: 0 of 10"), (5, 10, 3.0, "load: 5 of 10, 3 s left"),
    (1, 1000, 1.0, "load: 1 of 1000, 17 min left"), (10, 10, 3.0, "load: 10 of 10"),
  ])
  func progressTellsTheTimeLeft(done: Int, count: Int, seconds: Double, text: String) {
    #expect(ProgressLine.text(Progress("load", done: done, of: count), after: seconds) == text)
  }

  @Test(arguments: [
    (0.000_421, "0.42 ms"), (0.005, "5.00 ms"), (0.0123, "12 ms"), (1.239, "1.24 s"),
    (0.9999, "1000 ms"), (75, "75.00 s"),
  ])
  func timesAreShort(seconds: Double, text: String) {
    #expect(StatementTimer.text(seconds) == text)
  }

  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"), ("ÿ\u{1B}", "w78b"),
  ])
  func base64IsThatOfTheStandard(text: String, encoded: String) {
    #expect(Clipboard.base64(Array(text.utf8)) == encoded)
    #expect(Clipboard.sequence(text) == "\u{1B}]52;c;\(encoded)\u{07}")
  }

  @Test func settingsAndOptionsAgree() {
    var settings = PromptSettings()
    for (key, value) in [
      (PromptSettings.Key.width, "90"), (.color, "never"), (.format, "csv"), (.rows, "5"),
      (.ascii, "on"), (.pager, "off"), (.progress, "off"), (.timing, "on"),
    ] {
      let isSet = settings.set(key, to: value)
      #expect(isSet)
    }
    var options = ConsoleSink.Options()
    options.take(settings)
    #expect(options.settings(over: PromptSettings()) == settings)
    #expect(ConsoleSink.Options().settings(over: settings) == settings)
  }
}
