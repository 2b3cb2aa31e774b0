import Diagnostics
import Testing

@testable import Reporting

struct NameInSentenceTests {
  @Test(
    arguments: [
      ("Japan", "Japan", "Japan's"), ("United States", "the United States", "the United States'"),
      ("Netherlands", "the Netherlands", "the Netherlands'"),
      ("United Kingdom", "the United Kingdom", "the United Kingdom's"),
      ("Rest of world", "the Rest of world", "the Rest of world's"),
      ("Philippines", "the Philippines", "the Philippines'"), ("", "", "'s"),
      ("Strait of Hormuz", "the Strait of Hormuz", "the Strait of Hormuz's"),
      ("Suez Canal", "the Suez Canal", "the Suez Canal's"),
      ("Taiwan Strait", "the Taiwan Strait", "the Taiwan Strait's"),
      ("Bab el-Mandeb", "Bab el-Mandeb", "Bab el-Mandeb's"),
    ] as [(String, String, String)])
  func regionsHaveTheirArticleAndPossessive(_ name: String, _ subject: String, _ owner: String) {
    let words = Bilingual(name, "国")
    #expect(words.inSentence == Bilingual(subject, "国"))
    #expect(words.possessive == Bilingual(owner, "国の"))
  }

  @Test func namesWithTheirCodeHaveTheArticleToo() {
    #expect(Bilingual("Netherlands (NLD)", "").inSentence.en == "the Netherlands (NLD)")
    #expect(Bilingual("United States (USA)", "").startingSentence == "The United States (USA)")
    #expect(Bilingual("Japan (JPN)", "").startingSentence == "Japan (JPN)")
  }

  @Test func aSentenceBeginsWithACapital() {
    #expect(FindingText.capitalised("the United States'") == "The United States'")
    #expect(FindingText.capitalised("") == "")
    #expect(FindingText.capitalised("日本の") == "日本の")
  }

  @Test func amountsFromAThousandOnHaveThreeDigits() {
    #expect(FindingText.flow(17_303, of: "t").en == "17,300 t a day")
    #expect(FindingText.flow(999, of: "t").en == "999 t a day")
    #expect(FindingText.flow(39_847, of: "t").ja == "日量39,800t")
  }
}
