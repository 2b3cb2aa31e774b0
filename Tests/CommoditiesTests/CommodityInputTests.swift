import Diagnostics
import Quantities
import Testing

@testable import Commodities

/// Stages that are made of several others (LEVERS.md A).
@Suite struct CommodityInputTests {
  /// Alloy of light oxide and heavy oxide make magnets; the column is in the middle, the order of rows is
  /// the author's.
  private static let stages = """
    stage,name_ja,measure,input,value,unit,year,basis,source,confidence
    light,軽,spare,,5,percent,2024,spare,this test,assumption
    heavy,重,spare,,0,percent,2024,spare,this test,assumption
    alloy,合金,yield,light,0.5,t per t,2024,yield,this test,assumption
    alloy,合金,stock days,light,20,days,2024,stock,this test,assumption
    alloy,合金,value share,,25,percent,2024,value,this test,assumption
    magnet,磁石,yield,alloy,3,t per t,2024,yield,this test,assumption
    magnet,磁石,yield,heavy,80,t per t,2024,yield,this test,assumption
    magnet,磁石,minimum days,heavy,9,days,2024,stock,this test,assumption
    magnet,磁石,input share,alloy,75,percent,2024,cost,this test,assumption
    magnet,磁石,input share,heavy,25,percent,2024,cost,this test,assumption
    magnet,磁石,value share,,20,percent,2024,value,this test,assumption

    """
  private static let links = """
    stage,buyer,seller,measure,value,unit,year,basis,source,confidence
    light,ALL,AUS,share,40,percent,2024,weight,this test,found
    light,ALL,CHN,share,60,percent,2024,weight,this test,found
    alloy,ALL,JPN,share,100,percent,2024,weight,this test,found
    heavy,ALL,MMR,share,90,percent,2024,weight,this test,found
    heavy,ALL,CHN,share,10,percent,2024,weight,this test,found

    """

  private func build(_ stages: String = stages, _ links: String = links) throws -> Commodity {
    let folder = CommoditySample.folder().map { file in
      switch file.name {
      case "stages.csv": (name: file.name, bytes: Array(stages.utf8))
      case "links.csv": (name: file.name, bytes: Array(links.utf8))
      default: file
      }
    }
    return try CommodityBuilder.build(folder, name: "tin")
  }

  @Test func aStageHasTheInputsThatItsRowsName() throws {
    let chain = try build().chain
    #expect(chain.stages.map(\.name) == ["light", "heavy", "alloy", "magnet"])
    #expect(chain.stages.map { $0.inputs.map(\.stage) } == [[], [], [0], [1, 2]])
    let magnet = chain.stages[3].inputs
    #expect(magnet.map(\.yield.value) == [80, 3])
    #expect(magnet.map(\.minimumDays.value) == [9, 5], "the default, which says so")
    #expect(magnet.map(\.share?.value) == [0.25, 0.75])
    #expect(chain.sellers(of: 1) == ["CHN", "MMR"])
  }

  /// By volume what most passes counts; by value each input with its part: 0.2·0 + 0.8·(0.25·0.1 +
  /// 0.75·(0.75·0.6)).
  @Test func contentGoesThroughEveryInput() throws {
    let chain = try build().chain
    #expect(chain.content(of: "MMR", in: "IDN", at: 3) == 0.9)
    #expect(chain.content(of: "CHN", in: "IDN", at: 3) == 0.6)
    let value = try #require(chain.valueContent(of: "CHN", in: "IDN", at: 3))
    #expect(abs(value - 0.8 * (0.25 * 0.1 + 0.75 * 0.75 * 0.6)) < 1e-12)
  }

  @Test func withoutPartsTheContentByValueIsNotKnown() throws {
    let rows = Self.stages.split(separator: "\n").filter { !$0.contains("input share") }
    let chain = try build(rows.joined(separator: "\n") + "\n").chain
    #expect(chain.valueContent(of: "CHN", in: "IDN", at: 3) == nil)
    #expect(chain.content(of: "MMR", in: "IDN", at: 3) == 0.9)
  }

  /// Whatever the order of the rows, as long as the last stage is last.
  @Test(arguments: 0..<11) func theOrderOfRowsDoesNotMatter(_ turn: Int) throws {
    var rows = Self.stages.split(separator: "\n").map(String.init)
    let head = rows.removeFirst()
    let last = rows.removeLast()
    rows = Array(rows[(turn % rows.count)...] + rows[..<(turn % rows.count)])
    if turn % 2 == 1 { rows.reverse() }
    // Stages stand in the order of their first rows: the magnet's come last.
    rows = rows.filter { !$0.hasPrefix("magnet") } + rows.filter { $0.hasPrefix("magnet") }
    let chain = try build(([head] + rows + [last, ""]).joined(separator: "\n")).chain
    #expect(chain.stages.last?.name == "magnet")
    for (index, stage) in chain.stages.enumerated() {
      #expect(stage.inputs.allSatisfy { $0.stage < index })
    }
    let inputs = chain.stages[3].inputs.map { chain.stages[$0.stage].name }
    #expect(Set(inputs) == ["alloy", "heavy"])
    #expect(chain.content(of: "CHN", in: "IDN", at: 3) == 0.6)
  }

  @Test func inputsThatNameTheStageBeforeAreThePlainChain() throws {
    let plain = try #require(CommoditySample.files["stages.csv"])
    let named = plain.split(separator: "\n").enumerated().map { index, row in
      var cells = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      let isOfInput = ["yield", "stock days"].contains(cells[2])
      cells.insert(index == 0 ? "input" : isOfInput ? "ore" : "", at: 3)
      return cells.joined(separator: ",")
    }
    let links = try #require(CommoditySample.files["links.csv"])
    let chains = try [
      build(plain, links).chain, build(named.joined(separator: "\n") + "\n", links).chain,
    ]
    #expect(chains[0].stages.map { "\($0.inputs)" } == chains[1].stages.map { "\($0.inputs)" })
    #expect("\(chains[0].links)" == "\(chains[1].links)")
  }

  /// A mistake, what it replaces, and the codes and first cell that it must give.
  struct Mistake: Sendable, CustomTestStringConvertible {
    let old: String
    let new: String
    let codes: [String]
    let cell: String
    var testDescription: String { "\(codes): \(new)" }

    init(_ old: String, _ new: String, _ codes: String..., at cell: String) {
      (self.old, self.new, self.codes, self.cell) = (old, new, codes, cell)
    }
  }

  static let mistakes = [
    Mistake(
      "heavy,重,spare,,0,percent", "heavy,重,yield,alloy,1,t per t", at: "heavy"),
    Mistake(
      "alloy,合金,yield,light", "alloy,合金,yield,alloy", "circular-stages", "incomplete",
      at: "alloy"),
    Mistake(
      "light,軽,spare,,5,percent", "light,軽,yield,alloy,1,t per t", "circular-stages", at: "alloy"),
    Mistake("yield,heavy", "yield,heavier", "unknown-stage", "incomplete", at: "heavier"),
    Mistake("yield,heavy", "yield,magnet", "unknown-stage", "incomplete", at: "magnet"),
    Mistake("yield,heavy,80", "yield,heavy,0", "out-of-bounds", at: "0"),
    Mistake("yield,heavy,80", "yield,heavy,-1", "out-of-bounds", at: "-1"),
    Mistake("yield,heavy,80", "yield,,80", "input-not-named", "incomplete", at: "yield"),
    Mistake("yield,heavy,80", "yield,alloy,80", "repeated-row", "incomplete", at: "magnet"),
    Mistake("spare,,5", "spare,heavy,5", "input-of-stage-measure", at: "heavy"),
    Mistake("value share,,20", "value share,alloy,20", "input-of-stage-measure", at: "alloy"),
    Mistake("input share,heavy,25", "input share,heavy,20", "input-shares", at: "20"),
    Mistake(
      "magnet,磁石,input share,heavy,25,percent,2024,cost,this test,assumption\n", "",
      "input-shares", at: "75"),
    Mistake(
      "light,軽,spare,,5", "light,軽,value share,,5", "measure-of-first-stage", at: "value share"),
    Mistake("input share,alloy,75", "input share,alloy,", "missing-value", at: ""),
    Mistake(
      "magnet,磁石,yield,heavy", "magnet,磁石,yield,light", "incomplete", "input-shares", at: "magnet"),
  ]

  @Test(arguments: mistakes) func aMistakeIsFoundInItsPlace(_ mistake: Mistake) throws {
    #expect(Self.stages.contains(mistake.old))
    let wrong = Self.stages.replacing(mistake.old, with: mistake.new, maxReplacements: 1)
    do {
      _ = try build(wrong)
      #expect(mistake.codes.isEmpty)
    } catch let error as DiagnosticList {
      let found = error.diagnostics
      #expect(found.map(\.problem.code) == mistake.codes)
      #expect(found.first.flatMap(CommodityBuilderTests.cell) == mistake.cell)
    }
  }

  @Test func aFileWithoutInputsHasNoPartsOfThem() throws {
    let plain = try #require(CommoditySample.files["stages.csv"])
    let links = try #require(CommoditySample.files["links.csv"])
    let wrong = plain.replacing("metal,地金,yield", with: "metal,地金,input share")
    let refused = try #require(throws: DiagnosticList.self) { try build(wrong, links) }
    #expect(refused.diagnostics.map(\.problem.code).contains("input-not-named"))
  }
}
