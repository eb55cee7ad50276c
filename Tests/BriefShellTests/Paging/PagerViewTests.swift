import BriefSource
import Testing

@testable import BriefShell

@Suite struct PagerViewTests {
  private func view(_ count: Int, header: Bool = true, rows: Int = 10) -> PagerView {
    var text = header ? " # │ n\n───┼───\n" : ""
    for index in 1...max(1, count) { text += " \(index) │ line \(index)\n" }
    return PagerView(PagerText(StyledText(text)), columns: 80, rows: rows)
  }

  @Test func theHeaderStandsAboveEveryPage() {
    var view = view(30)
    #expect(view.header.map(\.plain) == [" # │ n", "───┼───"])
    #expect(view.height == 7)
    view.move(by: view.height)
    #expect(view.header.count == 2)
    #expect(view.shown.first?.plain == " 8 │ line 8")
    #expect(view.status.hasPrefix("lines 8–14 of 30"))
  }

  @Test func noMoveLeavesTheText() {
    var view = view(30)
    view.move(by: -5)
    #expect(view.top == 0)
    view.move(by: 1000)
    #expect(view.shown.last?.plain == " 30 │ line 30")
    #expect(view.isAtEnd)
    view.moveToStart()
    #expect(view.top == 0)
    view.moveToEnd()
    #expect(view.top == 23)
  }

  @Test func aSearchGoesOnAndBack() {
    var view = view(30)
    view.find("LINE 2")
    #expect(view.shown.first?.plain == " 2 │ line 2")
    view.find("")
    #expect(view.shown.first?.plain == " 20 │ line 20")
    view.find("", isBack: true)
    #expect(view.shown.first?.plain == " 2 │ line 2")
    view.find("line 30")
    #expect(view.isAtEnd && view.message == nil)
    view.find("")
    #expect(view.message?.contains("no other line after") == true)
    view.find("nowhere")
    #expect(view.message?.contains("“nowhere”") == true)
    #expect(view.matches(in: "a Nowhere nowhere").count == 2)
  }

  @Test(arguments: [1, 2, 3, 5, 9])
  func smallScreensShowLines(rows: Int) {
    var view = view(30, rows: rows)
    #expect(view.height >= 1)
    view.move(by: 1)
    #expect(!view.shown.isEmpty)
  }

  @Test func aboutTheSameStaysShownInAnotherSize() {
    var view = view(100)
    view.move(by: 50)
    let longer = self.view(200)
    view.resize(longer.text, columns: 20, rows: 20)
    #expect(view.top == 100)
    view.moveToEnd()
    view.resize(self.view(150).text, columns: 20, rows: 20)
    #expect(view.isAtEnd && view.shown.last?.plain == " 150 │ line 150")
  }

  @Test func textWithoutATableHasNoHeader() {
    #expect(view(30, header: false).header.isEmpty)
    #expect(PagerText(StyledText("")).lines.isEmpty)
  }
}
