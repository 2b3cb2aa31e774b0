import Diagnostics
import Reporting
import Testing

@Suite struct TextWrapTests {
  @Test(
    arguments: [2, 3, 7, 12, 40],
    [
      "a long remark of words", "備蓄を取り崩す「石油」の放出。", "mixed 日本 text（注）", "", "x",
      "unbreakableunbreakable", "  leading and  double ",
    ]) func linesFitAndLoseNothing(_ width: Int, _ text: String)
  {
    let lines = wrapped(text, to: width)
    #expect(lines.allSatisfy { displayWidth($0) <= width }, "\(lines)")
    #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
  }

  @Test func wordsAndMarksStayWhole() {
    #expect(wrapped("one two three", to: 8) == ["one two", "three"])
    #expect(wrapped("石油の放出。", to: 10) == ["石油の放", "出。"])
    #expect(wrapped("放出「石油」", to: 6) == ["放出", "「石", "油」"])
    #expect(wrapped("fits", to: 4) == ["fits"])
  }
}
