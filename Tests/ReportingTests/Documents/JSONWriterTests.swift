import FoundationEssentials
import Reporting
import TestSupport
import Testing

@Suite struct JSONWriterTests {
  private func decoded<Value: Decodable>(_ json: JSON, as type: Value.Type) throws -> [Value] {
    try [json.compact, json.pretty].map {
      try JSONDecoder().decode(type, from: Data($0.utf8))
    }
  }

  @Test func numbersReadBackToTheSameBits() throws {
    let json = JSON.array(HardNumbers.all.map { .number($0) })
    for read in try decoded(json, as: [Double].self) {
      #expect(read.map(\.bitPattern) == HardNumbers.all.map(\.bitPattern))
    }
  }

  @Test func textsReadBack() throws {
    let all = (0..<0x250).compactMap { Unicode.Scalar($0) }.map { String($0) }
    let texts = all + ["\"quoted\"", "back\\slash", "備蓄", "🛢️", "\u{2028}", ""]
    for read in try decoded(.array(texts.map { .string($0) }), as: [String].self) {
      #expect(read == texts)
    }
  }

  @Test func keysKeepTheirOrder() {
    let json: JSON = ["b": 1, "a": [1.5, nil, true], "c": ["z": "x", "y": []], "d": [:]]
    #expect(json.compact == #"{"b":1,"a":[1.5,null,true],"c":{"z":"x","y":[]},"d":{}}"#)
  }

  @Test func prettyFormPutsRecordsOnALine() {
    let json: JSON = [
      "schema": "x/1", "rows": [["a": 1, "b": nil], ["a": -0.0]], "deep": [["a": [1, 2]]],
    ]
    #expect(
      json.pretty == """
        {
          "schema": "x/1",
          "rows": [
            {"a": 1, "b": null},
            {"a": 0}
          ],
          "deep": [
            {
              "a": [1, 2]
            }
          ]
        }
        """)
  }

  @Test func absentValuesAreNull() {
    let values: [JSON] = [.number(nil), .integer(nil), .string(nil), .integer(3)]
    #expect(JSON.array(values).compact == "[null,null,null,3]")
  }

  @Test func duplicateKeysAndNumbersThatAreNoneAreRefused() async {
    await #expect(processExitsWith: .failure) { _ = JSON.number(.nan).compact }
    await #expect(processExitsWith: .failure) { _ = (["a": 1, "a": 2] as JSON).compact }
    await #expect(processExitsWith: .failure) { _ = ([["a": 1, "a": 2]] as JSON).pretty }
  }
}
