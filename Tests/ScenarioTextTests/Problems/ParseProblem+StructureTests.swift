import Diagnostics
import ScenarioText
import Testing

@Suite struct ParseProblemStructureTests {
  @Test(arguments: [
    Golden(
      "shocks:\n    a: 1\n  b: 2\n",
      en: #"""
        t:3:3: error: the line's indentation fits nothing above it
          3 |   b: 2
            |   ^
        help: align it with the lines that it belongs to, or quote a value of several lines
        """#,
      ja: #"""
        t:3:3: エラー: この行の字下げは上のどの行とも合いません
          3 |   b: 2
            |   ^
        対処: 同じまとまりの行と字下げをそろえるか、複数行の値は引用符で囲んでください
        """#),
    Golden(
      "title foo\na: 1\n",
      en: #"""
        t:1:1: error: `title foo` has no `: ` among keys
          1 | title foo
            | ^~~~~~~~~
        help: write `key: value`
        """#,
      ja: #"""
        t:1:1: エラー: `title foo` に `: ` がありません
          1 | title foo
            | ^~~~~~~~~
        対処: `キー: 値` の形で書いてください
        """#),
    Golden(
      "title:foo\na: 1\n",
      en: #"""
        t:1:1: error: a space is missing after the colon
          1 | title:foo
            | ^~~~~~~~~
        help: write `title: foo`
        """#,
      ja: #"""
        t:1:1: エラー: コロンの後に空白がありません
          1 | title:foo
            | ^~~~~~~~~
        対処: `title: foo` と書いてください
        """#),
    Golden(
      "a: 1\n- b\n",
      en: #"""
        t:2:1: error: a list item stands among keys
          2 | - b
            | ^
        help: put the list under a key of its own
        """#,
      ja: #"""
        t:2:1: エラー: キーの並びの中にリストの項目があります
          2 | - b
            | ^
        対処: リストは専用のキーの下に書いてください
        """#),
    Golden(
      "- a\nb: 1\n",
      en: #"""
        t:2:1: error: a list item must begin with `- `
          2 | b: 1
            | ^
        help: begin the line with `- `, or indent it to belong to the item above
        """#,
      ja: #"""
        t:2:1: エラー: リストの項目は `- ` で始めてください
          2 | b: 1
            | ^
        対処: 行頭に `- ` を書くか、上の項目に属するよう字下げしてください
        """#),
    Golden(
      "shocks: - closure\n",
      en: #"""
        t:1:9: error: a list cannot begin on the line of its key
          1 | shocks: - closure
            |         ^
        help: begin the list on the next line, or write `[a, b]`
        """#,
      ja: #"""
        t:1:9: エラー: リストはキーと同じ行から始められません
          1 | shocks: - closure
            |         ^
        対処: 次の行から書くか、`[a, b]` と書いてください
        """#),
    Golden(
      "title: Hormuz: closed\n",
      en: #"""
        t:1:14: error: a second `: ` stands in one line
          1 | title: Hormuz: closed
            |              ^
        help: quote the value, or write a mapping as `{key: value}`
        """#,
      ja: #"""
        t:1:14: エラー: 一つの行に `: ` が二つあります
          1 | title: Hormuz: closed
            |              ^
        対処: 値を引用符で囲むか、マッピングなら `{キー: 値}` と書いてください
        """#),
    Golden(
      ": x\n",
      en: #"""
        t:1:1: error: no key stands before the colon
          1 | : x
            | ^
        help: write `key: value`
        """#,
      ja: #"""
        t:1:1: エラー: コロンの前にキーがありません
          1 | : x
            | ^
        対処: `キー: 値` の形で書いてください
        """#),
    Golden(
      "a: \"b\" c\n",
      en: #"""
        t:1:8: error: `c` stands after the end of the value
          1 | a: "b" c
            |        ^
        help: quote the whole value, or put a space before `#` for a comment
        """#,
      ja: #"""
        t:1:8: エラー: 値の後に `c` があります
          1 | a: "b" c
            |        ^
        対処: 値全体を引用符で囲むか、注釈なら `#` の前に空白を入れてください
        """#),
    Golden(
      "a: 1\nb: 2\na: 3\n",
      en: #"""
        t:3:1: error: `a` already stands in line 1
          3 | a: 3
            | ^
        help: keep one of the two
        """#,
      ja: #"""
        t:3:1: エラー: `a` は 1 行目にもあります
          3 | a: 3
            | ^
        対処: どちらか一つにしてください
        """#),
    Golden(
      String(repeating: "- ", count: 65) + "a\n",
      en: #"""
        t:1:129: error: more than 64 levels are nested
          1 | … - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - a
            |                                                                                                                     ^
        """#,
      ja: #"""
        t:1:129: エラー: 入れ子が 64 段を超えています
          1 | … - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - a
            |                                                                                                                     ^
        """#),
  ]) func messageIsExact(_ golden: Golden) {
    golden.check()
  }
}
