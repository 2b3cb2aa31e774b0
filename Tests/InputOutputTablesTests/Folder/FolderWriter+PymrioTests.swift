import InputOutputTables
import Testing

@Suite struct FolderWriterPymrioTests {
  private func lines(_ name: String) throws -> [[String]] {
    let file = try #require(
      FolderWriter.pymrio(try load().table, provenance: "").first { $0.name == name })
    return String(decoding: file.bytes, as: UTF8.self).split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }

  @Test func flowsStandUnderRegionAndSector() throws {
    let z = try lines("Z.txt")
    #expect(z[0] == ["region", "", "A", "A", "B", "B"])
    #expect(z[1] == ["sector", "", "x", "y", "x", "y"])
    #expect(z[2] == ["region", "sector", "", "", "", ""])
    #expect(z[3] == ["A", "x", "10", "5", "1", "0"] && z.count == 7)
    let y = try lines("Y.txt")
    #expect(y[0] == ["region", "", "A", "A", "B"])
    #expect(y[1] == ["category", "", "HFCE", "GFCF", "HFCE"])
  }

  @Test func outputUnitsAndValueAddedAreListed() throws {
    #expect(try lines("x.txt")[0] == ["region", "sector", "indout"])
    #expect(try lines("x.txt")[1] == ["A", "x", "50"])
    #expect(try lines("unit.txt")[4] == ["B", "y", "million USD"])
    #expect(try lines("factor_inputs/F.txt")[3] == ["wages", "20", "30", "25", "20"])
    #expect(try lines("factor_inputs/unit.txt")[2] == ["profits", "million USD"])
  }

  @Test func theParametersTellHowToReadEachFile() throws {
    let text = try lines("file_parameters.json").map { $0.joined() }.joined()
    for part in ["\"Z.txt\"", "\"x.txt\"", "\"systemtype\": \"IOSystem\"", "\"nr_header\": \"2\""] {
      #expect(text.contains(part))
    }
    let inputs = try lines("factor_inputs/file_parameters.json").map { $0.joined() }.joined()
    #expect(inputs.contains("\"systemtype\": \"Extension\""))
  }
}
