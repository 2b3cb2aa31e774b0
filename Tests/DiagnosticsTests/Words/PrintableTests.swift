import Diagnostics
import Testing

@Suite struct PrintableTests {
  @Test(arguments: ["", "a b", "日本　東京", "e\u{301}", "👨‍👩‍👧 🇯🇵", "\"\\"]) func visibleTextStays(
    _ text: String
  ) {
    #expect(printable(text) == text)
  }

  @Test(arguments: [
    ("a\u{1B}[31m", #"a\u{1B}[31m"#), ("\t\r\n", #"\t\r\n"#), ("\0\u{7F}", #"\u{0}\u{7F}"#),
    ("a\u{202E}b", #"a\u{202E}b"#), ("\u{200B}", #"\u{200B}"#), ("a\u{2028}", #"a\u{2028}"#),
    ("\u{E000}", #"\u{E000}"#),
  ]) func invisibleCharactersAreEscaped(_ text: String, _ shown: String) {
    #expect(printable(text) == shown)
  }
}
