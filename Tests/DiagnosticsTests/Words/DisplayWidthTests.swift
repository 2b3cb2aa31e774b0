import Diagnostics
import Testing

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("日本", 4), ("ｶﾅ", 2), ("カナ", 4), ("１０％", 6), ("　", 2), ("。、", 4),
    ("é", 1), ("e\u{301}", 1), ("か\u{3099}", 2), ("한국", 4), ("\u{1112}\u{1161}\u{11AB}", 2),
    ("😀", 2), ("👨‍👩‍👧", 2), ("🇯🇵", 2), ("❤️", 2), ("👍🏽", 2), ("1️⃣", 2), ("…", 1), ("α", 1), ("〿", 1),
    ("𠮷", 2), ("\u{7}", 0), ("\u{200B}", 0), ("€", 1), ("￥", 2), ("¥", 1), ("①", 1), ("㈱", 2),
  ]) func widthIsThatOfATerminal(_ text: String, _ width: Int) {
    #expect(displayWidth(text) == width)
  }

  @Test(arguments: ["日本の備え", "a か\u{3099} 😀", "👨‍👩‍👧🇯🇵"]) func widthIsTheSumOfItsCharacters(
    _ text: String
  ) {
    #expect(displayWidth(text) == text.map { displayWidth($0) }.reduce(0, +))
    #expect(displayWidth(text + text) == 2 * displayWidth(text))
  }
}
