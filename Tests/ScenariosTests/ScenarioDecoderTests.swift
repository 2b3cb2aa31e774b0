import Diagnostics
import InputOutputTables
import ScenarioText
import Scenarios
import Testing

@Suite struct ScenarioDecoderTests {
  @Test func dump() throws {
    print(try Sample.messages(ReferenceScenarios.interface))
    print(try Sample.decode(ReferenceScenarios.interface))
    for text in ReferenceScenarios.cases {
      let table = sampleTable(regions: ["R0", "R1", "R2"], sectors: ["s0", "s1", "s2", "s3"])
      let names = Names(table, [])
      print(
        ScenarioDecoder.check(
          try Sample.document(text), names: names, defaults: try Sample.defaults.get()
        ).map { $0.text(in: .en) }.joined(separator: "\n"))
    }
    let filled = KeyTable.filled(try Sample.document(ReferenceScenarios.interface))
    print(yaml(filled.root))
    print(try KeyReference.explain("closure.by", in: .en))
    print(try KeyReference.explain("model", in: .ja))
  }
}
