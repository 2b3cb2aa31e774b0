import Commodities
import Diagnostics
import Foundation
import Reporting
import Testing

@testable import sonae

/// What `sonae commodity check` says of a folder without mistakes.
struct CommodityCheckTests {
  private static func warnings(sector: String) throws -> [Diagnostic] {
    let files = try CommodityCatalogue.files(ofBundled: "gallium").map { file in
      guard file.name == "users.csv" else { return file }
      let text = String(decoding: file.bytes, as: UTF8.self).replacing(",30t33,", with: sector)
      return (name: file.name, bytes: Array(text.utf8))
    }
    let commodity = try CommodityCatalogue.load(folder: files, name: "gallium")
    return CommodityCheck.warnings(of: commodity)
      .filter { $0.problem.code == "unknown-sector" }
  }

  @Test func sectorsThatNoTableHasAreNamed() throws {
    #expect(try Self.warnings(sector: ",30t33,").isEmpty)
    let found = try Self.warnings(sector: ",C99,")
    #expect(found.count == 1)
    #expect(found.first?.problem.message(in: .en).contains("`C99`") == true)
  }

  @Test func aRefusalOffersABundledEconomyOnlyForCodesThatItKnows() {
    let help = { (areStandard: Bool) in
      ReachProblem.noUsingSectors(
        commodity: Bilingual("tin", "錫"), sectors: ["C99"], areStandard: areStandard
      ).help(in: .en) ?? ""
    }
    #expect(help(true).contains("or use a bundled economy"))
    #expect(!help(false).contains("or use a bundled economy"))
    #expect(help(false).contains("users.csv"))
  }
}
