import Diagnostics
import Reporting
import Scenarios
import Testing

@Suite struct MessageTests {
  private func check<Words: Message>(_ words: Words.Type) {
    let all = words.allCases.map(\.words)
    for word in all {
      #expect(!word.en.isEmpty && word.en.unicodeScalars.allSatisfy(\.isASCII), "\(word)")
      #expect(word.ja.unicodeScalars.contains { !$0.isASCII }, "\(word)")
    }
    #expect(Set(all.map(\.en)).count == all.count, "two words of \(words) read the same")
    #expect(Set(all.map(\.ja)).count == all.count, "two words of \(words) read the same")
  }

  @Test func everyMessageHasItsOwnTextInBothLanguages() {
    check(MeasureWord.self)
    check(SubjectWord.self)
    check(SectionWord.self)
    check(UnitWord.self)
  }
}
