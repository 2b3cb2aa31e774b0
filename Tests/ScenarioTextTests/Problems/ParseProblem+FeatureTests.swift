import Diagnostics
import ScenarioText
import Testing

@Suite struct ParseProblemFeatureTests {
  @Test(arguments: [
    Golden(
      "a: &base 1\n",
      en: #"""
        t:1:4: error: anchors are not used here
          1 | a: &base 1
            |    ^~~~~
        help: if the text is meant, quote it: `'&base'`
        """#,
      ja: #"""
        t:1:4: エラー: アンカーは使えません
          1 | a: &base 1
            |    ^~~~~
        対処: 文字どおりの値なら引用符で囲んでください: `'&base'`
        """#),
    Golden(
      "nodes: [*.34t35]\n",
      en: #"""
        t:1:9: error: aliases are not used here
          1 | nodes: [*.34t35]
            |         ^~~~~~~
        help: if the text is meant, quote it: `'*.34t35'`
        """#,
      ja: #"""
        t:1:9: エラー: エイリアスは使えません
          1 | nodes: [*.34t35]
            |         ^~~~~~~
        対処: 文字どおりの値なら引用符で囲んでください: `'*.34t35'`
        """#),
    Golden(
      "by: !!float 3\n",
      en: #"""
        t:1:5: error: tags are not used here
          1 | by: !!float 3
            |     ^~~~~~~
        help: if the text is meant, quote it: `'!!float'`
        """#,
      ja: #"""
        t:1:5: エラー: タグは使えません
          1 | by: !!float 3
            |     ^~~~~~~
        対処: 文字どおりの値なら引用符で囲んでください: `'!!float'`
        """#),
    Golden(
      "%YAML 1.2\n",
      en: #"""
        t:1:1: error: directives are not used here
          1 | %YAML 1.2
            | ^~~~~~~~~
        help: delete the line
        """#,
      ja: #"""
        t:1:1: エラー: ディレクティブは使えません
          1 | %YAML 1.2
            | ^~~~~~~~~
        対処: この行を削除してください
        """#),
    Golden(
      "a: 1\n---\nb: 2\n",
      en: #"""
        t:2:1: error: `---` would begin another document
          2 | ---
            | ^~~
        help: keep one document in a file
        """#,
      ja: #"""
        t:2:1: エラー: `---` は別の文書の始まりになります
          2 | ---
            | ^~~
        対処: 一つのファイルに文書は一つにしてください
        """#),
    Golden(
      "--- a: 1\n",
      en: #"""
        t:1:5: error: nothing can follow `---` or `...` on its line
          1 | --- a: 1
            |     ^~~~
        help: move the rest to the next line
        """#,
      ja: #"""
        t:1:5: エラー: `---` や `...` の行にはほかに何も書けません
          1 | --- a: 1
            |     ^~~~
        対処: 続きを次の行に移してください
        """#),
    Golden(
      "? a\n",
      en: #"""
        t:1:1: error: a key must be a text on one line
          1 | ? a
            | ^
        help: write `key: value`
        """#,
      ja: #"""
        t:1:1: エラー: キーは一行の文字列でなければなりません
          1 | ? a
            | ^
        対処: `キー: 値` の形で書いてください
        """#),
  ]) func messageIsExact(_ golden: Golden) {
    golden.check()
  }
}
