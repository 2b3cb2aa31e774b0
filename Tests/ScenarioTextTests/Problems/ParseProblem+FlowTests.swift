import Diagnostics
import ScenarioText
import Testing

@Suite struct ParseProblemFlowTests {
  @Test(arguments: [
    Golden(
      "a: [b, c\n",
      en: #"""
        t:1:4: error: `[` is not closed on its line
          1 | a: [b, c
            |    ^
        help: close it on the same line, or write one item a line without brackets
        """#,
      ja: #"""
        t:1:4: エラー: `[` が同じ行で閉じられていません
          1 | a: [b, c
            |    ^
        対処: 同じ行で閉じるか、括弧を使わずに一行に一項目ずつ書いてください
        """#),
    Golden(
      "a: {b: [1}, c: 2}\n",
      en: #"""
        t:1:10: error: `}` stands where `]` is open
          1 | a: {b: [1}, c: 2}
            |          ^
        help: write `]`
        """#,
      ja: #"""
        t:1:10: エラー: `]` で閉じるところに `}` があります
          1 | a: {b: [1}, c: 2}
            |          ^
        対処: `]` と書いてください
        """#),
    Golden(
      "a: ]\n",
      en: #"""
        t:1:4: error: `]` closes nothing
          1 | a: ]
            |    ^
        help: delete it, or quote the value that it belongs to
        """#,
      ja: #"""
        t:1:4: エラー: `]` に対応する開き括弧がありません
          1 | a: ]
            |    ^
        対処: 削除するか、値の一部なら引用符で囲んでください
        """#),
    Golden(
      "a: [b,,c]\n",
      en: #"""
        t:1:7: error: nothing stands before the comma
          1 | a: [b,,c]
            |       ^
        help: delete the comma, or write `""` for an empty value
        """#,
      ja: #"""
        t:1:7: エラー: コンマの前に何もありません
          1 | a: [b,,c]
            |       ^
        対処: コンマを削除するか、空の値なら `""` と書いてください
        """#),
    Golden(
      "a: [\"b\" \"c\"]\n",
      en: #"""
        t:1:9: error: a comma is missing before this item
          1 | a: ["b" "c"]
            |         ^~~
        help: write `[a, b]` or `{a: 1, b: 2}`
        """#,
      ja: #"""
        t:1:9: エラー: この項目の前にコンマがありません
          1 | a: ["b" "c"]
            |         ^~~
        対処: `[a, b]` や `{a: 1, b: 2}` のように書いてください
        """#),
  ]) func messageIsExact(_ golden: Golden) {
    golden.check()
  }
}
