import ScenarioText
import Testing

@Suite struct FullWidthHintTests {
  @Test(arguments: [
    ("９０％", "90%"), ("６０　days", "60 days"), ("－１０%", "-10%"), ("−10%", "-10%"),
    ("ＪＰＮ", "JPN"), ("１．５ ｍｂ／ｄ", "1.5 mb/d"), ("全角１", "全角1"),
  ]) func fullWidthFormsHaveAHint(_ text: String, _ hint: String) {
    #expect(fullWidthHint(text) == hint)
    #expect(fullWidthHint(hint) == nil)
  }

  @Test(arguments: ["", "90%", "日本", "ホルムズ海峡", "ｶﾅ", "、。"])
  func otherTextsHaveNone(_ text: String) {
    #expect(fullWidthHint(text) == nil)
  }
}
