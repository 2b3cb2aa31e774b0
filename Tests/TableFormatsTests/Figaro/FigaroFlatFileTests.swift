import Diagnostics
import InputOutputTables
import LinearAlgebra
import Testing

import TableFormats

/// The flat file holds the same table as the matrix, a line a cell.
@Suite struct FigaroFlatFileTests {
  private static let world = Deliveries.figaroWorld

  /// The matrix of `Layouts.figaro` as lines; cells of 0 are left out.
  private static func flat(products: Bool = false) -> [[String]] {
    let matrix = Layouts.figaro(world)
    let header = matrix[0]
    let names = products ? ["rowPi", "colPi"] : ["rowIi", "colIi"]
    let parts = { (label: String) in
      label.split(separator: "_", maxSplits: 1).map(String.init)
    }
    var lines = [
      ["icioiRow", "icioiCol", "refArea", names[0], "counterpartArea", names[1], "obsValue"]
    ]
    for row in matrix.dropFirst() {
      for (column, value) in zip(header, row).dropFirst() where value != "0" {
        let (from, to) = (parts(row[0]), parts(column))
        lines.append([row[0], column, from[0], from[1], to[0], to[1], value])
      }
    }
    return lines
  }

  @Test(arguments: [false, true])
  func theTableIsThatOfTheMatrix(_ products: Bool) throws {
    let name = "flatfile_eu-ic-io_ind-by-ind_25ed_2021.csv"
    let found = try imported(
      Delivery("flat", .figaro, [name: text(Self.flat(products: products))]))
    let plain = try imported(Deliveries.figaro).table
    #expect(Set(found.table.nodeLabels).isSubset(of: Set(plain.nodeLabels)))
    #expect(found.table.description.year == 2021)
    let place = { (table: InputOutputTable) in
      Dictionary(uniqueKeysWithValues: table.nodeLabels.enumerated().map { ($1, $0) })
    }
    let (made, stated) = (place(found.table), place(plain))
    for (i, row) in found.table.nodeLabels.enumerated() {
      for (j, column) in found.table.nodeLabels.enumerated() {
        #expect(
          found.table.intermediateUse[i, j]
            == plain.intermediateUse[stated[row] ?? 0, stated[column] ?? 0])
      }
      #expect(found.table.grossOutput[i] == plain.grossOutput[stated[row] ?? 0])
      #expect(found.table.valueAdded[i] == plain.valueAdded[stated[row] ?? 0])
    }
    // What the flat file leaves out neither sells nor buys.
    for label in plain.nodeLabels where made[label] == nil {
      #expect(plain.grossOutput[stated[label] ?? 0] == 0)
    }
  }

  @Test func mistakesAreRefused() throws {
    let lines = Self.flat()
    let codes = { (lines: [[String]]) in
      try failures(Delivery("flat", .figaro, ["flat_2021.csv": text(lines)])).map(\.problem.code)
    }
    #expect(try codes(lines + [lines[1]]) == ["duplicate-label"])
    #expect(try codes(lines + [Array(lines[1].dropLast())]) == ["wrong-cell-count"])
    #expect(try codes(lines + [lines[1].dropLast() + ["x"]]) == ["not-a-number"])
    let noFinal = lines.filter { !$0[5].hasPrefix("P") }
    #expect(try codes(noFinal) == ["no-final-demand"])
  }
}
