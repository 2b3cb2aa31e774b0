package import Commodities
package import Diagnostics
import Quantities

/// What commodities' files say of a chokepoint: flows, ways around, whose imports pass it and of whom that is
/// not known.
package struct ChokepointProfile {
  private let name: Bilingual
  private let pages: [String]
  private let language: Language

  /// The page of a chokepoint by its name in either language, or by a word that no other has, such as
  /// `panama`; nil if there is none.
  package init?(_ text: String, of commodities: [Commodity], in language: Language, width: Int) {
    let all = commodities.flatMap(\.chokepoints)
    let wanted = foldedName(text)
    func found(_ fits: (Commodity.Chokepoint) -> Bool) -> String? {
      let names = Set(all.filter(fits).map(\.name))
      return names.count == 1 ? names.first : nil
    }
    let exact = found { foldedName($0.name) == wanted || $0.nameJa == text }
    let byWord = found { foldedName($0.name).split(separator: " ").contains { $0 == wanted } }
    guard let chosen = exact ?? byWord, let point = all.first(where: { $0.name == chosen }) else {
      return nil
    }
    name = Bilingual(point.name, point.nameJa)
    self.language = language
    pages = commodities.compactMap { commodity in
      commodity.chokepoints.first { $0.name == chosen }.map {
        CommodityProfile(commodity, at: $0, in: language, width: width).text
      }
    }
  }

  /// The page.
  package var text: String {
    let rest = Bilingual(
      "A closure of it acts on these commodities, for the importers with a share; trade of the table passes it only by shares that the scenario states (`table trade`).",
      "封鎖は、割合のある輸入国についてこれらの物資に作用する。経済表の取引は、シナリオが示す割合（`table trade`）でのみ通過する。")
    return name.text(in: language) + "\n" + rest.text(in: language) + "\n\n"
      + pages.joined(separator: "\n")
  }
}
