import Diagnostics
import Testing

@Suite struct PlacePositionTests {
  @Test(arguments: [
    ("abc", 0, 1, 1), ("abc", 3, 1, 4), ("a\nb", 1, 1, 2), ("a\nb", 2, 2, 1), ("a\n", 2, 2, 1),
    ("a\r\nb", 3, 2, 1), ("日本: x", 6, 1, 3), ("e\u{301}x", 3, 1, 3), ("😀x", 4, 1, 2),
    ("\u{FEFF}a", 3, 1, 1), ("\u{FEFF}a\nb", 5, 2, 1), ("\u{FEFF}a", 0, 1, 1), ("", 0, 1, 1),
    ("ab", 99, 1, 3), ("ab", -1, 1, 1),
  ]) func linesAndScalarsAreCountedFromOne(
    _ text: String, _ offset: Int, _ line: Int, _ column: Int
  ) {
    let position = Source(name: "t", text: text).position(of: offset)
    #expect(position == Position(line: line, column: column))
  }

  @Test func endIsTheCharacterAfter() {
    let place = Place(source: Source(name: "t", text: "a\nbcd\n"), range: 2..<5)
    #expect(place.start == Position(line: 2, column: 1))
    #expect(place.end == Position(line: 2, column: 4))
  }
}
