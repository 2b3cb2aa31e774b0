import Diagnostics
import Testing

@testable import Commodities

@Suite struct CommodityProblemTests {
  static let problems: [CommodityProblem] = [
    .noFolder("tin"), .standsIn("tin", folder: "ores"), .missingFile("use.csv"),
    .unknown(.file, "a", known: ["b"]),
    .repeatedColumn("a"),
    .repeatedRow("a"), .missingKey("a"), .linkedTwice("a", isItself: true),
    .unknownLeader("a", of: "b", known: ["c"]), .emptyCell(column: "a"), .badYear("a"),
    .notANumber("a"), .missingValue, .valueOfMissing("1"), .rangeTwice,
    .disorderedRange(low: "3", value: "2", high: "1"), .outOfBounds("2", bounds: "0 ... 1"),
    .wrongUnit("kg", accepted: ["t"]), .badCode("japan"), .unknownOrigin("XX", groups: ["MEA"]),
    .importerAsOrigin("JPN"), .sharesAboveWhole(importer: "JPN", percent: "104"),
    .userShares(importer: "JPN", percent: "90"), .incomplete("JPN 23", measure: "criticality"),
    .badDate("a"),
    .otherPart("a", known: "b"), .neededValue("a share"), .homeAboveUse(importer: "JPN"),
    .stockBelowMinimum(holder: "JPN"),
    .heldAndUsable(holder: "JPN"), .stockNeedsUse(holder: "JPN"),
    .measureOfKind(measure: "usable", kind: "government"), .routeAboveOrigins(percent: "90"),
    .shareWithoutChokepoint, .brokenChain("ore"), .linkOfLastStage("metal"),
    .measureOfFirstStage("ore", "yield"), .spareOfLastStage("metal"),
    .linkShares(buyer: "JPN", percent: "110"), .chokepointTwice("Suez Canal"),
    .measureOfOneChokepoint("share through"), .sharesOfBothKinds(importer: "JPN"),
    .waysAboveOrigin("SAU", percent: "120"), .inputOfStageMeasure("spare"),
    .inputNotNamed("magnet", "yield"), .unusedStage("ore"), .circularStages(["a", "b"]),
    .inputShares("magnet", percent: "80"),
    .openAccount(importer: "JPN", percent: "40", home: nil, isBelow: true),
    .unknownSector("C99", importers: ["JPN"], suggestion: nil),
  ]

  @Test func codesAreDistinctAndInKebabCase() {
    let codes = Self.problems.map(\.code)
    #expect(Set(codes).count == codes.count)
    for code in codes {
      #expect(
        code.utf8.allSatisfy {
          $0 == UInt8(ascii: "-") || ("a"..."z").contains(Character(UnicodeScalar($0)))
        })
    }
  }

  /// What stands between backquotes.
  static func quoted(_ text: String) -> Set<Substring> {
    let parts = text.split(separator: "`", omittingEmptySubsequences: false)
    return Set(parts.indices.filter { $0 % 2 == 1 }.map { parts[$0] })
  }

  @Test(arguments: problems)
  func messagesSayTheSameInBothLanguages(_ problem: CommodityProblem) {
    let en = problem.message(in: .en)
    let ja = problem.message(in: .ja)
    #expect(en.utf8.allSatisfy { $0 < 128 } && !en.hasSuffix("."))
    #expect(ja.unicodeScalars.contains { $0.value > 0x3000 } && !ja.hasSuffix("。"))
    #expect((problem.help(in: .en) == nil) == (problem.help(in: .ja) == nil))
    #expect(Self.quoted(en) == Self.quoted(ja))
  }

  @Test func aNearNameIsOffered() {
    let problem = CommodityProblem.unknown(.measure, "critical", known: ["criticality", "use"])
    #expect(problem.help(in: .en) == "did you mean `criticality`?")
    let far = CommodityProblem.unknown(.market, "moon", known: ["world", "bloc"])
    #expect(far.help(in: .en) == "known: `world`, `bloc`")
  }
}
