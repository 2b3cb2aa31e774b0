import LinearAlgebra
import TableFormats

/// A small United States in the layout of BEA's make and use tables, in whole numbers.
struct BEAWorld {
  let industries = ["11", "21", "31G", "G"]
  let products = ["11", "21", "31G", "G", "Used", "Other"]
  let finals = ["F010", "F02E", "F030", "F040", "F050", "F10S"]
  /// What an industry makes of a product, and what uses take of it.
  var make: [String: [String: Double]] = [:]
  var use: [String: [String: Double]] = [:]
  /// Rows of value added.
  var added: [String: [String: Double]] = [:]
  /// Whether the line of names stands above that of codes, as in the detailed tables.
  var hasNamesAbove = false

  /// `secondary` and `imported`: whether there are secondary products, and imports of what is made.
  init(seed: UInt64 = 3, secondary: Bool = true, imported: Bool = true, border: Double = 0) {
    var generator = SplitMix64(seed: seed)
    let random = { (size: Double) in (generator.nextUniform() * size).rounded() }
    for industry in industries {
      for product in products {
        let isOwn = product == industry
        make[industry, default: [:]][product] =
          isOwn ? 600 + random(300) : product == "Other" ? 0 : secondary ? random(20) : 0
      }
    }
    make["G"]?["Other"] = border
    if !secondary { make["21"]?["Used"] = 9 }
    for product in products {
      for industry in industries {
        use[product, default: [:]][industry] = product == "Used" ? random(2) : 5 + random(60)
      }
      let imports = product != "Other" && imported ? 5 + random(5) : 0
      let inputs = industries.reduce(0) { $0 + (use[product]?[$1] ?? 0) }
      let rest = industries.reduce(0) { $0 + (make[$1]?[product] ?? 0) } - inputs + imports
      let given = ["F02E": random(5), "F030": random(6) - 3, "F040": random(5), "F10S": random(5)]
      use[product]?.merge(given) { $1 }
      use[product]?["F050"] = -imports
      use[product]?["F010"] = rest - given.values.reduce(0, +)
    }
    // What nobody makes at home is imported, not saved by households.
    let foreign = value("Other", "F010")
    use["Other"]?["F050"] = foreign
    use["Other"]?["F010"] = 0
    for industry in industries {
      let value = output(industry) - products.reduce(0) { $0 + (use[$1]?[industry] ?? 0) }
      added["V001", default: [:]][industry] = 50
      added["V002", default: [:]][industry] = 5
      added["V003", default: [:]][industry] = value - 55
    }
  }

  func output(_ industry: String) -> Double {
    products.reduce(0) { $0 + (make[industry]?[$1] ?? 0) }
  }
  func made(_ product: String) -> Double { industries.reduce(0) { $0 + (make[$1]?[product] ?? 0) } }
  func value(_ product: String, _ use: String) -> Double { self.use[product]?[use] ?? 0 }

  var makeRows: [[String]] {
    let body = industries.map { industry in
      [industry, "Name of \(industry)"] + products.map { dotted(make[industry]?[$0]) }
        + [dotted(output(industry))]
    }
    let total = ["T007", "Total Commodity Output"] + products.map { dotted(made($0)) }
    return header(products + ["T008"], "Industries/Commodities") + body + [total]
      + [["1. Scrap is a by-product of 3 kinds."]]
  }

  var useRows: [[String]] {
    let body = products.map { product in
      let inputs = industries.map { value(product, $0) }
      let final = finals.map { value(product, $0) }
      return [product, "Name of \(product)"] + inputs.map { dotted($0) }
        + [dotted(inputs.reduce(0, +))] + final.map { dotted($0) }
        + [dotted(final.reduce(0, +)), dotted(made(product))]
    }
    let primary = added.keys.sorted().map { row in
      [row, "Name of \(row)"] + industries.map { dotted(added[row]?[$0]) }
    }
    let totals = [
      ["", "Total Intermediate"]
        + industries.map { user in
          dotted(products.reduce(0) { $0 + value($1, user) })
        }, ["T008", "Total Industry Output"] + industries.map { dotted(output($0)) },
    ]
    return header(industries + [""] + finals + ["T004", "T007"], "Commodities/Industries")
      + body + totals.prefix(1) + primary + totals.suffix(1)
  }

  /// The tables of one year saved as text.
  static let delivery = Delivery(
    "bea", .usBEA,
    [
      "IOMake_Before_Redefinitions_2022_Sector.csv": text(Deliveries.padded(BEAWorld().makeRows)),
      "IOUse_Before_Redefinitions_PRO_2022_Sector.csv": text(Deliveries.padded(BEAWorld().useRows)),
    ])

  private func header(_ codes: [String], _ corner: String) -> [[String]] {
    let codeLine = ["", corner] + codes
    let names =
      ["IOCode", "Name"] + codes.map { $0.isEmpty ? "Total Intermediate" : "Name of \($0) /1/" }
    let title = [["Tables Before Redefinitions"], ["(Millions of dollars)"], [""]]
    return title + (hasNamesAbove ? [names, codeLine] : [codeLine, names])
  }

  private func dotted(_ value: Double?) -> String {
    guard let value, value != 0 else { return "..." }
    return cell(value)
  }
}
