import Diagnostics
import InputOutputTables
import TableFormats
import Testing

/// What each provider's rows under the table are: GDP is value added alone.
@Suite struct RowKindTests {
  private func read(
    _ format: ProviderFormat, _ name: String, _ lines: [String]
  ) throws -> ImportedTable {
    let bytes = Array((lines.joined(separator: "\n") + "\n").utf8)
    return try imported(Delivery("kinds", format, [name: bytes]))
  }

  /// Domestic and imported flows, product taxes and value added of one country.
  private let niot = [
    "Year,Code,Description,Origin,P1,P2,CONS_h,CONS_np,CONS_g,GFCF,INVEN,EXP,GO",
    "Year,Code,Description,Origin,First product,Second product,Homes,Clubs,State,Machines,Stocks,Abroad,All",
    "2013,P1,First product,Domestic,10,20,50,0,5,5,0,10,100",
    "2013,P2,Second product,Domestic,15,30,80,5,20,20,0,30,200",
    "2013,P1,First product,Imports,25,10,12,0,0,4,0,0,51",
    "2013,P2,Second product,Imports,5,40,9,0,0,3,0,0,57",
    "2013,II_fob,All inputs,TOT,55,100,151,5,25,32,0,40,408",
    "2013,TXSP,Product tax,TOT,1,4,6,0,0,2,0,0,0",
    "2013,EXP_adj,Adjustment,TOT,0,0,0,0,0,0,0,0,0",
    "2013,PURR,Bought abroad,TOT,0,0,0,0,0,0,0,0,0",
    "2013,PURNR,Bought here,TOT,0,0,0,0,0,0,0,0,0",
    "2013,VA,Value added,TOT,44,96,0,0,0,0,0,0,0",
    "2013,IntTTM,Freight,TOT,0,0,0,0,0,0,0,0,0", "2013,GO,Output,TOT,100,200,0,0,0,0,0,0,0",
  ]

  @Test func nationalImportsAndProductTaxesAreNotValueAdded() throws {
    let table = try read(.wiodNational, "TST_NIOT.csv", niot).table
    #expect(table.valueAdded == [44, 96])
    #expect(table.importedInputs == [30, 50] && table.primaryInputs(.productTaxes) == [1, 4])
    #expect(table.exportsOutside == [10, 30])
    let kinds = Dictionary(
      uniqueKeysWithValues: zip(table.primaryInputLabels, table.primaryInputKinds))
    #expect(kinds["IntTTM"] == .margins && kinds["EXP_adj"] == .margins)
    #expect(kinds["PURR"] == .imports && kinds["VA"] == .valueAdded)
  }

  /// 6 + 2 of product taxes stand under final demand; 28 of imports are told of apart.
  @Test func rowsUnderFinalDemandAreCountedWithoutImports() throws {
    let remarks = try read(.wiodNational, "TST_NIOT.csv", niot).provenance.remarks
    let left = try #require(remarks.first { $0.code == "value-added-of-final-demand" })
    #expect(left.message(in: .en).contains("8.0 million USD"))
    let imports = try #require(remarks.first { $0.code == "imports-by-user" })
    #expect(imports.message(in: .en).contains("28.0 million USD"))
    let kinds = try #require(remarks.first { $0.code == "kinds-of-rows" })
    #expect(kinds.message(in: .en).contains("imports: PURR, PURNR, IMPORTS"))
  }

  @Test func grossValueAddedOfFigaroLeavesProductTaxesOut() throws {
    let table = try read(
      .figaro, "matrix_eu-ic-io_ind-by-ind_25ed_2019.csv",
      [
        "rowLabels,AT_A01,BE_A01,AT_P3_S14,BE_P3_S14", "AT_A01,20,10,60,10",
        "BE_A01,22,25,13,40", "W2_D21X31,8,5,3,2", "W2_OP_RES,0,0,0,0", "W2_OP_NRES,0,0,0,0",
        "W2_D1,30,35,0,0", "W2_D29X39,2,1,0,0", "W2_B2A3G,18,24,0,0",
      ]
    ).table
    #expect(table.valueAdded == [50, 60] && table.primaryInputs(.productTaxes) == [8, 5])
    #expect(!table.hasImportedInputs)
  }

  @Test func taxesOfTheOECDAreOnProducts() throws {
    let table = try imported(Deliveries.icio).table
    #expect(table.primaryInputLabels == ["TLS", "VA"])
    #expect(table.primaryInputKinds == [.productTaxes, .valueAdded])
  }

  @Test func eoraHoldsValueAddedAlone() throws {
    let table = try imported(Deliveries.eora).table
    #expect(table.primaryInputKinds.allSatisfy { $0 == .valueAdded })
  }

  /// The column EXP of a national table sells abroad, every other one at home.
  @Test func theExportColumnIsExports() throws {
    let table = try imported(Deliveries.national).table
    #expect(
      zip(table.finalDemandLabels, table.finalDemandKinds).allSatisfy {
        ($0 == "EXP") == ($1 == .exports)
      })
  }
}
