import Diagnostics
import Quantities
import Testing

@testable import Reporting

struct DataWordsTests {
  @Test func basesReadInJapanesePartByPart() {
    #expect(
      DataWords.words("share of imports by weight, HS 270900").ja == "輸入シェア（重量）、HS 270900")
    #expect(DataWords.words("GDP, one year without Chinese rare earths").ja.hasPrefix("GDP、中国産"))
    for text in ["", "my own basis", "a, b"] { #expect(DataWords.words(text).en == text) }
  }

  @Test func placesHaveNamesAndOthersStayCodes() {
    #expect(PlaceName.words("JPN") == Bilingual("Japan", "日本"))
    #expect(PlaceName.words("MEA").ja == "中東")
    #expect(PlaceName.words("<b>") == Bilingual(same: "<b>"))
    #expect(LeverWords.payer("government:JPN").ja == "日本：政府")
    #expect(LeverWords.payer("nobody:JPN") == Bilingual(same: "nobody:JPN"))
  }

  @Test(arguments: [
    ("million USD", "百万ドル", 1), ("million JPY", "億円", 0.01), ("trillion JPY", "億円", 10_000),
    ("JPY", "億円", 1e-8), ("thousand EUR", "千ユーロ", 1), ("gold bars of 1 kg", "gold bars of 1 kg", 1),
    ("million XYZ", "百万XYZ", 1), ("", "", 1),
  ]) func yenReadInUnitsOfAHundredMillion(_ unit: String, _ ja: String, _ factor: Double) {
    let words = MoneyWords(unit)
    #expect(words.unit == Bilingual(unit, ja))
    #expect(abs(words.japaneseFactor - factor) <= 1e-12 * factor)
  }

  /// Readers see words and their own unit; files keep codes and the table's numbers.
  @Test func codesAndUnitsAreForReadersAlone() {
    let table = Table(
      name: "t", title: Bilingual(same: "t"),
      columns: [
        TableColumn("origin", Bilingual("Origin", "原産国"), kind: .text),
        TableColumn("loss", Bilingual("Loss", "損失"), money: "million JPY"),
      ], rows: [[.coded("ARE", PlaceName.words("ARE")), .number(1_234_500)]])
    let japanese = table.text(RenderOptions(language: .ja, width: nil))
    #expect(japanese.contains("UAE") && japanese.contains("12,300"))
    #expect(japanese.contains("[億円]"))
    #expect(table.text(RenderOptions(language: .en, width: nil)).contains("1,230,000"))
    for language in Language.allCases {
      #expect(table.csv(in: language) == "origin,loss [million JPY]\nARE,1234500\n")
    }
  }
}
