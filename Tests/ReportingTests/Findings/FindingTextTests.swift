import Diagnostics
import Testing

@testable import Reporting

struct FindingTextTests {
  @Test(
    arguments: [
      (0, "0%"), (0.000498, "0.05%"), (0.0081, "0.81%"), (0.0121, "1.2%"), (0.115, "12%"),
      (9, "900%"), (-0.0077, "−0.77%"), (0.00001, "under 0.01%"), (-0.00001, "under 0.01%"),
      (0.0995, "10%"), (0.00995, "1.0%"),
    ] as [(Double, String)])
  func sharesHaveTwoDigits(_ share: Double, _ text: String) {
    #expect(FindingText.percent(share).en == text)
  }

  @Test func aRangeNamesItsUnitOnceAndItsLowEndFirst() {
    #expect(FindingText.range((0.0004, 0.0008)).en == "0.04–0.08%")
    #expect(FindingText.range((0.0008, 0.0004)).en == "0.04–0.08%")
    #expect(FindingText.range((0.00041, 0.00042)).en == "0.04%")
    #expect(FindingText.range((0.00001, 0.0004)).en == "under 0.01% to 0.04%")
    #expect(FindingText.range((-0.01, 0.02)).en == "−1.0% to 2.0%")
  }

  @Test(arguments: -12...2) func noShareReadsAsAHair(_ power: Int) {
    var size = 1.0
    for _ in 0..<abs(power) { size *= power < 0 ? 0.1 : 10 }
    for tenth in 1...99 {
      for sign in [-1.0, 1] {
        let text = FindingText.percent(sign * size * Double(tenth) / 10).en
        #expect(!text.contains("<") && !text.contains(">") && !text.hasPrefix("−0.00"), "\(text)")
      }
    }
  }

  @Test func flowsOfOilAreToldAsEachLanguageTellsThem() {
    #expect(FindingText.flow(1_310_000, of: "bbl").en == "1.3 mb/d")
    #expect(FindingText.flow(1_310_000, of: "bbl").ja == "日量131万バレル")
    #expect(FindingText.flow(36.2, of: "t").en == "36 t a day")
  }
}
