import Diagnostics
import ScenarioText
import Testing

@Suite struct NodeJSONTests {
  @Test func everyScalarIsAStringAndKeysKeepTheirOrder() throws {
    let root = try parse("b: 1\na: [true, ~, {}]\nc:\n").root
    #expect(
      treeJSON(root) == """
        {
          "b": "1",
          "a": [
            "true",
            "~",
            {}
          ],
          "c": ""
        }
        """)
  }

  @Test func signsAndControlCharactersAreEscaped() throws {
    let root = try parse(#"["\"", "\\", "\n\t\0\x1F\x7F", "日本 😀", "\L"]"#).root
    #expect(
      treeJSON(root) == """
        [
          "\\"",
          "\\\\",
          "\\n\\t\\u0000\\u001f\\u007f",
          "日本 😀",
          "\\u2028"
        ]
        """)
  }

  @Test(arguments: ["[]", "{}"]) func emptyCollectionsStayOnTheirLine(_ text: String) throws {
    #expect(treeJSON(try parse(text).root) == text)
  }
}
