import Diagnostics
import InputOutputTables

/// Names of countries and of groups of countries, as figures of commodities code them.
enum PlaceName {
  /// The name of a code; the code itself where there is none.
  static func words(_ code: String) -> Bilingual {
    if let group = groups[code] { return group }
    let names = CountryList.bundled.names(of: code)
    return names.count > 1 ? Bilingual(names[0], names[1]) : Bilingual(same: code)
  }

  private static let groups: [String: Bilingual] = [
    "MEA": Bilingual("Middle East", "中東"), "EU27": Bilingual("EU27", "EU27か国"),
    "OTHER": Bilingual("Others", "その他"), "WLD": Bilingual("World", "世界"),
    "ROW": Bilingual("Rest of world", "その他世界"),
  ]
}
