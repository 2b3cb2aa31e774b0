import Diagnostics
import ScenarioText
import Testing

@Suite struct ParseProblemPathTests {
  private static let text = "shocks: [{by: 1}]\ntitle: T\nnone: []\nempty:\n"

  @Test(arguments: [
    Golden(
      "shocks..by=1",
      en: """
        --set:1:1: error: `shocks..by` is not a path
          1 | shocks..by=1
            | ^~~~~~~~~~
        help: write keys and positions as in `shocks[0].closure.for`
        """,
      ja: """
        --set:1:1: エラー: `shocks..by` はパスとして読めません
          1 | shocks..by=1
            | ^~~~~~~~~~
        対処: `shocks[0].closure.for` のようにキーと番号で書いてください
        """),
    Golden(
      "title",
      en: """
        --set:1:1: error: no value is given
          1 | title
            | ^~~~~
        help: write `path=value`
        """,
      ja: """
        --set:1:1: エラー: 値がありません
          1 | title
            | ^~~~~
        対処: `パス=値` と書いてください
        """),
    Golden(
      "shocks[1].by=1",
      en: """
        --set:1:7: error: `shocks` has 1 item
          1 | shocks[1].by=1
            |       ^~~
        help: its position is 0; `shocks[+]` adds an item
        """,
      ja: """
        --set:1:7: エラー: `shocks` の項目は 1 個です
          1 | shocks[1].by=1
            |       ^~~
        対処: 番号は 0 です。`shocks[+]` で項目を加えられます
        """),
    Golden(
      "none[0]=1",
      en: """
        --set:1:5: error: `none` has 0 items
          1 | none[0]=1
            |     ^~~
        help: `none[+]` adds an item
        """,
      ja: """
        --set:1:5: エラー: `none` の項目は 0 個です
          1 | none[0]=1
            |     ^~~
        対処: `none[+]` で項目を加えられます
        """),
    Golden(
      "shocks.by=1",
      en: """
        --set:1:7: error: `shocks` holds no keys: it is a list of 1
          1 | shocks.by=1
            |       ^~~
        help: choose an item, as in `shocks[0]`
        """,
      ja: """
        --set:1:7: エラー: `shocks` はキーを持ちません（1 項目のリストです）
          1 | shocks.by=1
            |       ^~~
        対処: `shocks[0]` のように項目を選んでください
        """),
    Golden(
      "title.by=1",
      en: """
        --set:1:6: error: `title` holds no keys: it is the text `T`
          1 | title.by=1
            |      ^~~
        help: set `title` itself
        """,
      ja: """
        --set:1:6: エラー: `title` はキーを持ちません（文字列 `T` です）
          1 | title.by=1
            |      ^~~
        対処: `title` 自体を設定してください
        """),
    Golden(
      "shocks[0][0]=1",
      en: """
        --set:1:10: error: `shocks[0]` is no list: it is a mapping of `by`
          1 | shocks[0][0]=1
            |          ^~~
        """,
      ja: """
        --set:1:10: エラー: `shocks[0]` はリストではありません（`by` を持ちます）
          1 | shocks[0][0]=1
            |          ^~~
        """),
    Golden(
      "empty[0]=1",
      en: """
        --set:1:6: error: `empty` is no list: it is empty
          1 | empty[0]=1
            |      ^~~
        help: `empty[+]` adds an item
        """,
      ja: """
        --set:1:6: エラー: `empty` はリストではありません（空です）
          1 | empty[0]=1
            |      ^~~
        対処: `empty[+]` で項目を加えられます
        """),
    Golden(
      "[0]=1",
      en: """
        --set:1:1: error: the file is no list: it is a mapping of `shocks`, `title`, `none`, `empty`
          1 | [0]=1
            | ^~~
        """,
      ja: """
        --set:1:1: エラー: ファイル はリストではありません（`shocks`、`title`、`none`、`empty` を持ちます）
          1 | [0]=1
            | ^~~
        """),
  ]) func messageIsExact(_ golden: Golden) throws {
    let document = try parse(ParseProblemPathTests.text)
    let error = #expect(throws: DiagnosticList.self) {
      try document.setting(Source(name: "--set", text: golden.text))
    }
    #expect(error?.text(in: .en) == golden.en)
    #expect(error?.text(in: .ja) == golden.ja)
  }
}
