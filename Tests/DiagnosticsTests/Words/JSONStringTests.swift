import Diagnostics
import Testing

@Suite struct JSONStringTests {
  @Test(arguments: [
    ("", #""""#), ("a b", #""a b""#), ("\"\\/", #""\"\\/""#),
    ("\n\r\t\u{8}\u{C}", #""\n\r\t\b\f""#),
    ("\0\u{1F}\u{7F}", #""\u0000\u001f\u007f""#), ("日本 😀", #""日本 😀""#),
    ("e\u{301}", "\"e\u{301}\""),
  ]) func textIsQuotedAndEscaped(_ text: String, _ json: String) {
    #expect(jsonString(text).unicodeScalars.elementsEqual(json.unicodeScalars))
  }

  @Test(
    arguments: [(0, 4, "0000"), (0xAB, 2, "AB"), (0x1F600, 4, "1F600"), (7, 1, "7")]
      as [(UInt32, Int, String)]) func hexadecimalIsPaddedNotCut(
      _ number: UInt32, _ digits: Int, _ text: String
    )
  {
    #expect(hexadecimal(number, digits: digits) == text)
  }
}
