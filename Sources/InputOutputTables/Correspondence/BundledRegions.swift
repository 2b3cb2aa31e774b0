internal import Diagnostics
internal import Files

/// Regions of several countries in the bundled economies, such as `REU`: commodities know them by these
/// codes.
enum BundledRegions {
  /// The code of each by its countries, territories of these left out.
  static let codes: [Set<String>: String] = {
    var codes: [Set<String>: String] = [:]
    for name in EconomyFiles.bundledNames() {
      for (code, countries) in members(ofEconomy: name) {
        let states = CountryList.bundled.states(of: countries).subtracting([code])
        guard states.count > 1 else { continue }
        // Lists may name the region itself among its countries, as the bundled ones do.
        codes[states] = code
        codes[states.union([code])] = code
      }
    }
    return codes
  }()

  /// Countries of each region, by the bundled economy's countries.csv.
  private static func members(ofEconomy name: String) -> [String: Set<String>] {
    let path = "\(EconomyFiles.bundledFolder)/\(name)/countries.csv"
    guard let bytes = BundledData.bytes(of: path),
      let table = try? CSVTable(Source(name: path, bytes: bytes)),
      let country = table.column("country"), let region = table.column("region")
    else { return [:] }
    var members: [String: Set<String>] = [:]
    for row in table.rows { members[row[region], default: []].insert(row[country]) }
    return members
  }
}
