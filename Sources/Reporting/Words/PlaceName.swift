package import Commodities
package import Diagnostics
import InputOutputTables

/// Names of countries and of groups of countries, as figures of commodities code them.
package enum PlaceName {
  /// The name of a code; the code itself where there is none.
  static func words(_ code: String) -> Bilingual {
    if let known = usual[code] { return known }
    let names = CountryList.bundled.names(of: code)
    return names.count > 1 ? Bilingual(names[0], names[1]) : Bilingual(same: code)
  }

  /// The name of a chokepoint that a commodity's files name.
  package static func chokepoint(_ name: String, of commodity: Commodity) -> Bilingual {
    Bilingual(name, commodity.chokepoints.first { $0.name == name }?.nameJa ?? name)
  }

  /// The name of a chokepoint, by the first of several commodities that names it.
  static func chokepoint(_ name: String, of commodities: [Commodity]) -> Bilingual {
    let known = commodities.first { $0.chokepoints.contains { $0.name == name } }
    return known.map { chokepoint(name, of: $0) } ?? Bilingual(same: name)
  }

  /// Groups of countries, and countries by the names that reports of ministries use.
  private static let usual: [String: Bilingual] = [
    "MEA": Bilingual("Middle East", "中東"), "EU27": Bilingual("EU27", "EU27か国"),
    "OTHER": Bilingual("Others", "その他"), "WLD": Bilingual("World", "世界"),
    // The bundled tables' rest of the Union, not Réunion.
    "REU": Bilingual("Other EU", "その他EU"),
    "ROW": Bilingual("Rest of world", "その他世界"), "USA": Bilingual("United States", "米国"),
    "GBR": Bilingual("United Kingdom", "英国"), "KOR": Bilingual("Korea", "韓国"),
    "ARE": Bilingual("United Arab Emirates", "UAE"),
  ]
}
