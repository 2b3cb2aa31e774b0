import Diagnostics
import ScenarioText
import Testing

@Suite struct ParseProblemCharacterTests {
  @Test(arguments: [
    Golden(
      "a: \"\u{7}\"",
      en: #"""
        t:1:5: error: the character U+0007 cannot stand in a file
          1 | a: "\u{7}"
            |     ^~~~~
        help: delete it, or write it as `\u0007` inside double quotes
        """#,
      ja: #"""
        t:1:5: エラー: 文字 U+0007 はファイルに書けません
          1 | a: "\u{7}"
            |     ^~~~~
        対処: 削除するか、二重引用符の中に `\u0007` と書いてください
        """#),
    Golden(
      "\ta: 1\n",
      en: #"""
        t:1:1: error: a tab stands where only spaces can
          1 |     a: 1
            | ^~~~
        help: use spaces
        """#,
      ja: #"""
        t:1:1: エラー: 空白しか使えない所にタブがあります
          1 |     a: 1
            | ^~~~
        対処: 空白を使ってください
        """#),
    Golden(
      "title: x\n\u{3000}economy: y\n",
      en: #"""
        t:2:1: error: a full-width space stands where it cannot be seen
          2 | 　economy: y
            | ^~
        help: use half-width spaces, or quote the value if the space belongs to it
        """#,
      ja: #"""
        t:2:1: エラー: 見えない位置に全角空白があります
          2 | 　economy: y
            | ^~
        対処: 半角空白を使ってください。値の一部なら引用符で囲んでください
        """#),
    Golden(
      "economy： g7\n",
      en: #"""
        t:1:8: error: `：` is full-width
          1 | economy： g7
            |        ^~
        help: write `: `, or quote the text if the sign belongs to it
        """#,
      ja: #"""
        t:1:8: エラー: `：` が全角です
          1 | economy： g7
            |        ^~
        対処: 半角で `: ` と書くか、文字どおりなら引用符で囲んでください
        """#),
    Golden(
      "－ closure: x\n",
      en: #"""
        t:1:1: error: `－` is full-width
          1 | － closure: x
            | ^~
        help: write `- `, or quote the text if the sign belongs to it
        """#,
      ja: #"""
        t:1:1: エラー: `－` が全角です
          1 | － closure: x
            | ^~
        対処: 半角で `- ` と書くか、文字どおりなら引用符で囲んでください
        """#),
  ]) func messageIsExact(_ golden: Golden) {
    golden.check()
  }
}
