import Diagnostics
import ScenarioText
import Testing

@Suite struct ParseProblemScalarTests {
  @Test(arguments: [
    Golden(
      "title: \"Hormuz\neconomy: x\n",
      en: #"""
        t:1:8: error: the quote `"` is not closed
          1 | title: "Hormuz
            |        ^
        help: close it on the same line
        """#,
      ja: #"""
        t:1:8: エラー: 引用符 `"` が閉じられていません
          1 | title: "Hormuz
            |        ^
        対処: 同じ行で閉じてください
        """#),
    Golden(
      "a: \"C:\\dir\"\n",
      en: #"""
        t:1:7: error: `\d` means nothing inside double quotes
          1 | a: "C:\dir"
            |       ^~
        help: write `\\` for a backslash, or use single quotes
        """#,
      ja: #"""
        t:1:7: エラー: `\d` は二重引用符の中で意味を持ちません
          1 | a: "C:\dir"
            |       ^~
        対処: 円記号（バックスラッシュ）は `\\` と書くか、一重引用符を使ってください
        """#),
    Golden(
      "a: \"\\u30\"\n",
      en: #"""
        t:1:5: error: `\u30` is not a character
          1 | a: "\u30"
            |     ^~~~
        help: write 2, 4 or 8 hexadecimal digits after `\x`, `\u` or `\U`
        """#,
      ja: #"""
        t:1:5: エラー: `\u30` に当たる文字はありません
          1 | a: "\u30"
            |     ^~~~
        対処: `\x`、`\u`、`\U` の後に 16 進数を 2、4、8 桁書いてください
        """#),
    Golden(
      "by: %30\n",
      en: #"""
        t:1:5: error: a value without quotes cannot begin with `%`
          1 | by: %30
            |     ^
        help: quote the value
        """#,
      ja: #"""
        t:1:5: エラー: 引用符のない値は `%` で始められません
          1 | by: %30
            |     ^
        対処: 値を引用符で囲んでください
        """#),
    Golden(
      "a: [- b]\n",
      en: #"""
        t:1:5: error: `- b` cannot stand in brackets without quotes
          1 | a: [- b]
            |     ^~~
        help: quote it
        """#,
      ja: #"""
        t:1:5: エラー: `- b` は括弧の中では引用符が必要です
          1 | a: [- b]
            |     ^~~
        対処: 引用符で囲んでください
        """#),
    Golden(
      "a: |x\n  text\n",
      en: #"""
        t:1:5: error: `x` cannot follow `|` or `>`
          1 | a: |x
            |     ^
        help: write `-` or `+`, a digit 1 to 9, or nothing, and the text on the next lines
        """#,
      ja: #"""
        t:1:5: エラー: `x` は `|` や `>` の後に書けません
          1 | a: |x
            |     ^
        対処: `-`、`+`、1〜9 の数字だけを書き、本文は次の行から書いてください
        """#),
    Golden(
      "a: |\n     \n  text\n",
      en: #"""
        t:2:3: error: a blank line before this text has more spaces than the text
          2 |      
            |   ^~~
        help: delete the spaces of the blank line
        """#,
      ja: #"""
        t:2:3: エラー: この本文の前の空行に、本文の字下げより多い空白があります
          2 |      
            |   ^~~
        対処: 空行の空白を削除してください
        """#),
    Golden(
      String(repeating: "k", count: 1001) + ": 1\n",
      en: #"""
        t:1:1: error: the key is longer than 1000 bytes
          1 | kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk…
            | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
        """#,
      ja: #"""
        t:1:1: エラー: キーが 1000 バイトを超えています
          1 | kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk…
            | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
        """#),
  ]) func messageIsExact(_ golden: Golden) {
    golden.check()
  }
}
