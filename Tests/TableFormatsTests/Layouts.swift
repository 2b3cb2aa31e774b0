/// The small world in the layouts of the providers' files.
enum Layouts {
  /// OECD ICIO: the header, the rows, TLS, VA and OUT. Taxes are 1 on every node that produces.
  static func icio(
    _ world: SmallWorld, corner: String = "V1", output: String = "OUT", taxes: String = "TLS",
    valueAdded: String = "VA", finalLabel: (String, String) -> String = { "\($0)_\($1)" }
  ) -> [[String]] {
    let nodes = world.nodes.map { "\($0.region)_\($0.sector)" }
    let final = world.finals.map { finalLabel($0.region, $0.item) }
    let none = final.map { _ in "0" }
    var lines = [[corner] + nodes + final + [output]]
    for (i, node) in nodes.enumerated() {
      lines.append([node] + (world.z[i] + world.y[i]).map(cell) + [cell(world.x[i])])
    }
    let tax = world.x.map { $0 == 0 ? 0 : 1.0 }
    lines.append([taxes] + tax.map(cell) + none + ["0"])
    lines.append([valueAdded] + zip(world.v, tax).map { cell($0 - $1) } + none + ["0"])
    lines.append([output] + world.x.map(cell) + none + ["0"])
    return lines
  }

  /// FIGARO: `rowLabels`, rows of value added with the prefix W2_, no output.
  static func figaro(_ world: SmallWorld) -> [[String]] {
    let nodes = world.nodes.map { "\($0.region)_\($0.sector)" }
    let final = world.finals.map { "\($0.region)_\($0.item)" }
    var lines = [["rowLabels"] + nodes + final]
    for (i, node) in nodes.enumerated() {
      lines.append([node] + (world.z[i] + world.y[i]).map(cell))
    }
    lines.append(["W2_D1"] + world.v.map(cell) + final.map { _ in "2" })
    return lines
  }

  /// EXIOBASE and pymrio: tab-separated files with two header lines.
  static func pymrio(
    _ world: SmallWorld, coefficients: Bool = false, unit: String = "M.EUR"
  ) -> [String: [UInt8]] {
    let nodes = world.nodes
    let header = [["region", ""] + nodes.map(\.region), ["sector", ""] + nodes.map(\.sector)]
    let names = [["region", "sector"] + nodes.map { _ in "" }]
    let x = world.x
    let rows = nodes.indices.map { i in
      [nodes[i].region, nodes[i].sector]
        + nodes.indices.map { j in
          cell(coefficients ? (x[j] == 0 ? 0 : world.z[i][j] / x[j]) : world.z[i][j])
        }
    }
    let finals = world.finals
    let finalRows = nodes.indices.map {
      [nodes[$0].region, nodes[$0].sector] + world.y[$0].map(cell)
    }
    var files = [
      coefficients ? "A.txt" : "Z.txt": text(header + names + rows, separator: "\t"),
      "Y.txt": text(
        [["region", ""] + finals.map(\.region), ["category", ""] + finals.map(\.item)]
          + [["region", "sector"] + finals.map { _ in "" }] + finalRows, separator: "\t"),
      "unit.txt": text(
        [["region", "sector", "unit"]] + nodes.map { [$0.region, $0.sector, unit] },
        separator: "\t"),
      "factor_inputs/F.txt": text(
        [["region"] + nodes.map(\.region), ["sector"] + nodes.map(\.sector)]
          + [["stressor"] + nodes.map { _ in "" }] + [["Value added"] + world.v.map(cell)]
          + [["Employment"] + nodes.map { _ in "5" }], separator: "\t"),
      "factor_inputs/unit.txt": text(
        [["", "unit"], ["Value added", unit], ["Employment", "1000 p"]], separator: "\t"),
    ]
    files["x.txt"] = text(
      [["region", "sector", "indout"]]
        + nodes.indices.map { [nodes[$0].region, nodes[$0].sector, cell(x[$0])] },
      separator: "\t")
    return files
  }

  /// WIOD: title, codes, names, regions, numbers, then the rows and the totals. ADB has no codes.
  static func coded(
    _ world: SmallWorld, title: [String], finalNumbers: [String], hasCodes: Bool = true
  ) -> [[String]] {
    let (nodes, finals) = (world.nodes, world.finals)
    let s = world.sectors.count
    let blank = hasCodes ? 4 : 3
    let pad = { (first: String) in [first] + Array(repeating: "", count: blank - 1) }
    let numbers =
      nodes.indices.map { "c\($0 % s + 1)" }
      + finals.indices.map { finalNumbers[$0 % world.items.count] }
    var lines = title.map { [$0] }
    if hasCodes { lines.append(pad("") + nodes.map(\.sector) + finals.map(\.item) + ["GO"]) }
    lines.append(pad("") + nodes.map { "Name of \($0.sector)" } + finals.map(\.item) + ["Total"])
    lines.append(pad("") + nodes.map(\.region) + finals.map(\.region) + ["TOT"])
    lines.append(pad("") + numbers + [hasCodes ? "c99" : "TOT"])
    let label = { (code: String, name: String, region: String, number: String) in
      (hasCodes ? [code] : []) + [name, region, number]
    }
    for (i, node) in nodes.enumerated() {
      lines.append(
        label(
          node.sector, "Name of \(node.sector)", node.region,
          hasCodes ? "r\(i % s + 1)" : "c\(i % s + 1)")
          + (world.z[i] + world.y[i]).map(cell) + [cell(world.x[i])])
    }
    let none = finals.map { _ in "0" } + ["0"]
    let used = nodes.indices.map { j in cell(world.z.reduce(0) { $0 + $1[j] }) }
    lines.append(label("II_fob", "Total", "TOT", "r60") + used + none)
    lines.append(label("VA", "Value added", "TOT", "r64") + world.v.map(cell) + none)
    lines.append(label("GO", "Output", "TOT", "r69") + world.x.map(cell) + none)
    return lines
  }

  /// WIOD national tables: a block a year of domestic and imported flows.
  static func national(_ world: SmallWorld, years: [Int]) -> [[String]] {
    let names = world.sectors + world.items + ["GO"]
    var lines = [["Year", "Code", "Description", "Origin"] + names]
    lines.append(["Year", "Code", "Description", "Origin"] + names.map { "Name of \($0)" })
    for year in years {
      let factor = Double(year - years[0] + 1)
      let put = { (code: String, origin: String, values: [Double]) in
        lines.append(
          ["\(year)", code, "Name of \(code)", origin] + values.map { cell($0 * factor) })
      }
      for (i, code) in world.sectors.enumerated() {
        put(code, "Domestic", world.z[i] + world.y[i] + [world.x[i]])
      }
      for code in world.sectors {
        put(code, "Imports", world.sectors.map { _ in 1 } + world.items.map { _ in 2 } + [0])
      }
      let none = world.items.map { _ in 0.0 } + [0]
      put("II_fob", "TOT", world.sectors.map { _ in 9 } + none)
      put("VA", "TOT", world.v.map { $0 - Double(world.sectors.count) } + none)
      put("GO", "TOT", world.x + none)
    }
    return lines
  }

  /// Eora26: matrices without labels, lists of labels, and the discrepancy ROW at the end.
  static func eora(_ world: SmallWorld) -> [String: [UInt8]] {
    let n = world.nodes.count
    let t = (0..<n).map { world.z[$0].map(cell) + ["7"] } + [world.z[0].map { _ in "3" } + ["1"]]
    let fd = (0..<n).map { world.y[$0].map(cell) + ["5"] } + [world.y[0].map { _ in "4" } + ["6"]]
    let labels = { (lists: [[String]]) in text(lists, separator: "\t", end: "\t\r\n") }
    return [
      "Eora26_2015_bp_T.txt": text(t, separator: "\t"),
      "Eora26_2015_bp_FD.txt": text(fd, separator: "\t"),
      "Eora26_2015_bp_VA.txt": text([world.v.map(cell) + ["2"]], separator: "\t"),
      "Eora26_2015_bp_Q.txt": text([["1"]]),
      "labels_T.txt": labels(
        world.nodes.map { ["Name of \($0.region)", $0.region, "Industries", $0.sector] }
          + [["Rest of World", "ROW", "Industries", "TOTAL"]]),
      "labels_FD.txt": labels(
        world.finals.map { ["Name of \($0.region)", $0.region, "Final demand", $0.item] }
          + [["Rest of World", "ROW", "Final demand", "Total"]]),
      "labels_VA.txt": labels([["Primary Inputs", "Compensation of employees D.1"]]),
    ]
  }
}
