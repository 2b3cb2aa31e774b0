import Diagnostics
import InputOutputTables
import Reporting
import TestSupport
import Testing

@testable import Inspection

/// Results of a table of one region as its reader meets them: imports apart, exports out.
struct NationalInspectionTests {
  static let national = [
    "Z.csv": ",agr,man\nagr,10,20\nman,30,5\n",
    "Y.csv": ",HFCE,EXPORTS\nagr,50,20\nman,40,25\n",
    "VA.csv": ",agr,man\nIMPORTS,20,35\nwages,30,25\nsurplus,10,15\n",
  ]

  @Test func multipliersStayBelowOne() throws {
    let table = try inspected("multipliers", files: Self.national)
    #expect(areNear(try numbers(table, "value_added"), [0.5 / 0.795, 0.44 / 0.795]))
    #expect(areNear(try numbers(table, "imports"), [0.295 / 0.795, 0.355 / 0.795]))
  }

  @Test func theBalanceTellsKindsApart() throws {
    let table = try inspected("balance", files: Self.national)
    #expect(areNear(try numbers(table, "value_added"), [40, 40]))
    #expect(areNear(try numbers(table, "imports"), [20, 35]))
    #expect(areNear(try numbers(table, "column_gap"), [0, 0]))
  }

  @Test func exportsAreTheColumnsAndTheirContentIsShared() throws {
    let table = try inspected("trade", files: Self.national)
    let (exports, home) = (
      try numbers(table, "exports"), try numbers(table, "domestic_value_added")
    )
    #expect(areNear(exports, [45]))
    #expect(areNear(home, [(20 * 0.5 + 25 * 0.44) / 0.795]))
    #expect(areNear(try numbers(table, "foreign_value_added"), [exports[0] - home[0]]))
    #expect(areNear(try numbers(table, "vax"), home))
  }

  /// 55 of 120 of all inputs are imported; one product's direct share is not known and not 0 or 1.
  @Test func importDependenceIsNotZero() throws {
    let table = try inspected("dependency", files: Self.national)
    let lines = table.csv().split(separator: "\n").map(String.init)
    #expect(lines.count == 7)
    let row = try #require(lines.first { $0.hasPrefix("ALL,all inputs,imports,") })
    let cells = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    #expect(abs((Double(cells[3]) ?? 0) - 55.0 / 120) < 1e-12 && cells[4] == "1")
    let product = try #require(lines.first { $0.hasPrefix("ALL,agr,imports,") })
    let known = product.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    #expect(known[3].isEmpty && known[4].isEmpty && (Double(known[5]) ?? 0) > 0.1)
    #expect(table.notes.contains { $0.en.contains("Origin imports") })
  }

  @Test func lookThroughHasImportsAsAnOrigin() throws {
    let table = try inspected("lookthrough", files: Self.national)
    #expect(areNear(try numbers(table, "face_value"), [2.0 / 3, 1.0 / 3, 25.0 / 60, 35.0 / 60]))
    let through = try numbers(table, "look_through")
    // m·L over m·L and the column sums of L − I.
    let imported = [0.295 / 0.795, 0.355 / 0.795]
    let home = [1.25 / 0.795 - 1, 1.1 / 0.795 - 1]
    for j in 0..<2 {
      #expect(abs(through[2 * j + 1] - imported[j] / (imported[j] + home[j])) < 1e-12)
    }
  }

  /// Competitive imports: 20 of 80 at home; the rest of the product is made there.
  @Test func competitiveImportsGiveSharesByProduct() throws {
    let files = [
      "Z.csv": ",a,b\na,10,20\nb,30,40\n",
      "Y.csv": ",consumption,exports,(less) imports\na,50,10,-20\nb,60,0,0\n",
    ]
    let table = try inspected("dependency", files: files)
    let lines = table.csv().split(separator: "\n").map(String.init)
    let row = try #require(lines.first { $0.hasPrefix("ALL,a,imports,") })
    #expect(row.hasPrefix("ALL,a,imports,0.25,1,"))
    let other = try #require(lines.first { $0.hasPrefix("ALL,b,imports,") })
    #expect(other.hasPrefix("ALL,b,imports,0,0,"))
    let trade = try inspected("trade", files: files)
    let parts = try numbers(trade, "domestic_value_added") + numbers(trade, "foreign_value_added")
    let exports = try numbers(trade, "exports")
    #expect(parts[1] > 0 && areNear([parts[0] + parts[1]], exports))
    #expect(trade.notes.contains { $0.en.hasPrefix("Competitive imports were taken out") })
    let concentration = try inspected("concentration", files: files)
    #expect(concentration.notes.contains { $0.en.contains("not from where") })
  }
}
