import BriefText
import Testing

/// A table of bytes answers as a dictionary of strings does.
@Suite struct FormTableTests {
  @Test func itAnswersAsADictionaryDoes() {
    var table = FormTable(capacity: 4)
    var expected: [String: UInt32] = [:]
    // Small, long and wide forms, many of them more than once.
    for number in 0..<5000 as Range<UInt32> {
      let form = ["ward", "Ünye", "a name that is longer than fifteen bytes ", ""][Int(number % 4)]
      let key = form + (number % 7 == 0 ? "" : "\(number % 1231)")
      table.update(key) { ($0 ?? 0) &+ number }
      if !key.isEmpty { expected[key, default: 0] &+= number }
    }
    #expect(table.count == expected.count)
    for (form, value) in expected { #expect(table[form] == value, "\(form)") }
    #expect(table.forms { _ in true } == expected.keys.sorted())
    #expect(table.forms { $0 > 9000 } == expected.filter { $0.value > 9000 }.keys.sorted())
    for form in ["", "war", "wardx", "WARD", "ünye"] { #expect(table[form] == nil, "\(form)") }
  }

  @Test func itTakesNoFormThatIsTooLong() {
    var table = FormTable()
    let long = String(repeating: "x", count: 70_000)
    table.update(long) { _ in 1 }
    #expect(table[long] == nil)
    #expect(table.count == 0)
  }
}
