/// A commodity's folder to start from: every file with its columns, and rows that say that nothing is
/// known yet.
package enum CommodityStarter {
  /// The files of a new folder, by name; they pass the check as they are.
  package static func files(named name: String) -> [(name: String, text: String)] {
    [
      ("README.md", readme(name)), ("commodity.csv", commodity(name)), ("use.csv", use),
      ("trade.csv", trade), ("users.csv", users), ("stocks.csv", stocks),
    ]
  }

  private static let provenance = "low,high,unit,year,basis,source,confidence,note"

  private static func commodity(_ name: String) -> String {
    let cell = CSVCell.quoted(name)
    return """
      key,value,\(provenance)
      name,\(cell),,,text,2024,name in scenarios,this file,assumption,what is counted and what is left out
      name_ja,\(cell),,,text,2024,name in Japanese,this file,assumption,
      unit,t,,,text,2024,physical unit,this file,assumption,
      year,2024,,,text,2024,year of use and trade,this file,assumption,
      table sector,C,,,text,2024,sector of the table that holds the material,this file,assumption,
      market,world,,,text,2024,where the price forms,this file,assumption,"world, bloc or importer"
      spare capacity,0,,,percent,2024,what suppliers that are not hit can add,none found,assumption,none is counted
      price base,,,,USD/t,2024,price before a shock,none found,missing,
      market supply,,,,t/year,2024,supply that reaches the market,none found,missing,
      supply elasticity,,,,elasticity,2024,"supply elasticity, short run, 0 or more",none found,missing,
      demand elasticity,,,,elasticity,2024,"demand elasticity, short run, below 0",none found,missing,
      price bound,,,,times base,2024,highest price over the base,none found,missing,

      """
  }

  private static let use = """
    importer,measure,value,\(provenance)
    JPN,use,,,,t/year,2024,what the country uses,none found,missing,
    JPN,imports,,,,t/year,2024,what it imports,none found,missing,
    JPN,gdp,,,,billion USD,2024,gross domestic product of that year,none found,missing,

    """

  private static let trade = """
    importer,origin,value,\(provenance)
    JPN,,,,,percent,2024,shares of imports by origin,none found,missing,replace by one row for each origin

    """

  private static let users = """
    importer,sector,measure,value,\(provenance)
    ALL,30t33,share of use,,,,share,2024,part of the use that goes to the sector,none found,missing,
    ALL,30t33,exposed share,,,,share,2024,part of the sector's output that embodies it,none found,missing,

    """

  private static let stocks = """
    holder,kind,measure,value,\(provenance)
    ALL,industry,usable,,,,days,2024,what industry holds above its minimum,none found,missing,
    ALL,industry,minimum,,,,days,2024,minimum operating stock,none found,missing,

    """

  private static func readme(_ name: String) -> String {
    """
    # \(name)

    One row is one figure. Replace `missing` by what you know: write the value, its year, what it counts (`basis`), who published it (`source`) and the confidence `found`, `general-knowledge` or `assumption`. What nobody knows stays `missing` with an empty value: it is shown as missing, never taken as 0. A value may be a range, `20-25`, or have `low` and `high` beside it.

    | file | what | needed to run in a scenario |
    |---|---|---|
    | commodity.csv | name, unit, year, market, price and how it answers | elasticities, supply and bound for a price |
    | use.csv | each importer's use, imports, `home production`, gdp | `use` |
    | trade.csv | shares of imports by origin; the rest becomes `OTHER` | one row an origin |
    | users.csv | sectors: `share of use` (100% in all), `exposed share`, `criticality`; `ALL` stands for every importer | all three for a sector |
    | stocks.csv | `industry`: `held`, `usable`, `minimum`; `government`: `held`, `maximum rate` | `usable` and `minimum`, else stocks are 0 |

    More files may be added: chokepoints.csv, routes.csv (`share through` a chokepoint, or `share along` a whole way with `;` between its chokepoints), stages.csv (with a column `input` where a stage is made of several) and links.csv, groups.csv, releases.csv, controls.csv, dependency.csv, estimates.csv. Sectors are the 35 codes of `sonae inspect g7plus-2011` (`23` refineries, `24` chemicals, `27t28` metals, `29` machinery, `30t33` electronics, `34t35` vehicles, `E` power and gas); every bundled table knows them.

        sonae commodity check \(name)      every mistake with its place, and what is still missing
        sonae explain ./\(name)            its profile with sources

    In a scenario beside this folder: `commodities: [./\(name)]`.

    1行が1つの数値です。分かったものは `missing` を値・年・算定基準・出典・確度で置き換えます。不明な値は空欄のまま `missing` とし、0 とはしません。

    """
  }
}

/// A text as one cell of a CSV file.
enum CSVCell {
  /// In quotes where it must be.
  static func quoted(_ text: String) -> String {
    guard text.contains(where: { ",\"\n".contains($0) }) else { return text }
    return "\""
      + text.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}
