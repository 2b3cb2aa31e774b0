@testable import Commodities

extension CommodityMistake {
  /// Mistakes that a file of a commodity may hold, one each.
  static let all: [CommodityMistake] =
    form + provenance + numbers + keys + meaning + stocks + ways + chains + controls

  private static let form = [
    Self("commodity", "key,value,low", "key,value,lo", "unknown-column", at: "lo"),
    Self(
      "use", "importer,measure,value,", "importer,measure,amount,", "missing-column",
      at: "importer,measure,amount,low,high,unit,year,basis,source,confidence,note"),
    Self("use", "value,low,high", "value,low,low", "repeated-column", at: "low"),
    Self(
      "use", "KOR,use,20,,,t/d,2024,use,this test,found,", "KOR,use,20", "wrong-cell-count",
      at: "KOR,use,20"),
    Self("use", "JPN,imports,30", "JPN,use,30", "repeated-row", at: "JPN"),
    Self("commodity", "market,importer", "name,importer", "repeated-row", at: "name"),
    Self("dependency", "percent,2023", "percent,2024", "repeated-row", at: "JPN"),
    Self("use", "use,this test", "\"use,this test", "unclosed-quote", at: "\""),
  ]

  private static let provenance = [
    Self("use", "t/d,2024,use,this test,found", "t/d,2024,use,,found", "empty-cell", at: ""),
    Self("use", "t/d,2024,use,this test,found", "t/d,,use,this test,found", "empty-cell", at: ""),
    Self("use", "t/d,2024,use,this test,found", "t/d,2024,use,this test,", "empty-cell", at: ""),
    Self(
      "commodity", "name,tin,,,text,2024,name,this test", "name,tin,,,text,2024,name,",
      "empty-cell", at: ""),
    Self("groups", "2024,this test", "2024,", "empty-cell", at: ""),
    Self("use", "t/d,2024,use", "t/d,last year,use", "bad-year", at: "last year"),
    Self("users", "assumption", "assumed", "unknown-confidence", at: "assumed"),
    Self("estimates", "found", "Found", "unknown-confidence", at: "Found"),
  ]

  private static let numbers = [
    Self("use", "JPN,use,40", "JPN,use,４０", "not-a-number", at: "４０"),
    Self("estimates", "gdp,365", "gnp,365", "unknown-measure", at: "gnp"),
    Self("estimates", "gdp,365", "gdp,a year", "not-a-number", at: "a year"),
    Self("estimates", "gdp,365", "gdp,0", "out-of-bounds", at: "0"),
    Self("estimates", "365,10,20", "365,20,10", "disordered-range", at: "10"),
    Self("use", "JPN,use,40", "JPN,use,nan", "not-a-number", at: "nan"),
    Self("use", "JPN,use,40", "JPN,use,0x28", "not-a-number", at: "0x28"),
    Self("use", "JPN,use,40", "JPN,use,1e999", "not-a-number", at: "1e999"),
    Self("use", "JPN,use,40,,", "JPN,use,40,few,", "not-a-number", at: "few"),
    Self("stocks", "20-25", "20-", "not-a-number", at: "20-"),
    Self("use", "KOR,use,20", "KOR,use,", "missing-value", at: ""),
    Self("trade", "KOR,,,", "KOR,,5,", "value-of-missing", at: "5"),
    Self("stocks", "usable,20-25,,", "usable,20-25,20,", "range-twice", at: "20-25"),
    Self("stocks", "20-25", "25-20", "disordered-range", at: "25-20"),
    Self("stocks", "minimum,10,5,15", "minimum,10,12,15", "disordered-range", at: "10"),
    Self("use", "KOR,use,20", "KOR,use,-20", "out-of-bounds", at: "-20"),
    Self("trade", "JPN,CHN,60", "JPN,CHN,101", "out-of-bounds", at: "101"),
    Self("users", "0.5,0.2,0.8", "0.5,0.2,1.8", "out-of-bounds", at: "1.8"),
    Self("use", "KOR,use,20,,,t/d", "KOR,use,20,,,bbl/d", "wrong-unit", at: "bbl/d"),
    Self("use", "KOR,use,20,,,t/d", "KOR,use,20,,,t", "wrong-unit", at: "t"),
    Self("use", "million USD", "million yen", "wrong-unit", at: "million yen"),
    Self("use", "KOR,use,20,,,t/d", "KOR,use,20,,,", "empty-cell", at: ""),
    Self(
      "commodity", "gap,,,,t,2024,scrap,none found,missing,not looked up",
      linked("copper"), "linked-twice", at: "copper"),
    Self(
      "commodity", "gap,,,,t,2024,scrap,none found,missing,not looked up",
      linked("tin"), "linked-twice", at: "tin"),
    Self(
      "commodity", "gap,,,,t,2024,scrap,none found,missing,not looked up",
      linked("copper", lag: "-3"), "out-of-bounds", at: "-3"),
  ]

  /// Rows of a price that follows another commodity's.
  static func linked(_ leader: String, lag: String = "30") -> String {
    """
    linked to,\(leader),,,text,2024,leader,this test,assumption,
    link elasticity,0.5,,,elasticity,2024,e,this test,assumption,
    link lag,\(lag),,,days,2024,lag,this test,assumption,
    """
  }

  private static let header = "key,value,low,high,unit,year,basis,source,confidence,note"

  private static let keys = [
    Self("commodity", "price bound", "price cap", "unknown-key", at: "price cap"),
    Self(
      "commodity", "price bound,5,,,times base,2024,bound,this test,assumption,\n", "",
      "missing-key", at: header),
    Self("commodity", "market,importer", "market,region", "unknown-market", at: "region"),
    Self("commodity", "name,tin", "name,", "empty-cell", at: ""),
    Self("commodity", "year,2024,,,text", "year,24,,,text", "bad-year", at: "24"),
    Self("commodity", "unit,t,,", "unit,t/d,,", "wrong-unit", at: "t/d"),
    Self(
      "commodity", "demand elasticity,-0.3,-0.4,-0.1", "demand elasticity,0.3,,", "out-of-bounds",
      at: "0.3"),
    Self(
      "commodity", "supply elasticity,0.1,0", "supply elasticity,0.1,-1", "out-of-bounds",
      at: "-1"),
    Self("commodity", "price bound,5", "price bound,0.5", "out-of-bounds", at: "0.5"),
    Self("commodity", "units per kilolitre,7.3", "units per kilolitre,0", "out-of-bounds", at: "0"),
    Self("commodity", "7.3,,,t/kl", "7.3,,,bbl/kl", "wrong-unit", at: "bbl/kl"),
  ]

  private static let meaning = [
    Self("use", "KOR,use", "Korea,use", "bad-code", at: "Korea"),
    Self("use", "home production,10", "home production,50", "home-above-use", at: "50"),
    Self("use", "KOR,use", "KOR,usage", "unknown-measure", at: "usage"),
    Self("trade", "JPN,CHN", "JAP,CHN", "unknown-importer", at: "JAP"),
    Self("trade", "JPN,CHN", "JPN,china", "bad-code", at: "china"),
    Self("trade", "JPN,CHN", "JPN,JPN", "importer-as-origin", at: "JPN"),
    Self("trade", "JPN,IDN,30", "JPN,IDN,50", "shares-above-whole", at: "50"),
    Self(
      "trade", "JPN,IDN,30,percent,2024,weight,this test,found",
      "JPN,IDN,,percent,2024,weight,this test,missing", "needed-value", at: ""),
    Self("users", "share of use,25", "share of use,20", "user-shares", at: "JPN"),
    Self(
      "users", "JPN,26,criticality,0.2,,,share,2024,c,this test,assumption,\n", "", "incomplete",
      at: "26"),
    Self(
      "users", "26,criticality,0.2,,,share,2024,c,this test,assumption",
      "26,criticality,,,,share,2024,c,none,missing", "needed-value", at: ""),
    Self("users", "JPN,26,share of use", "JPN,,share of use", "empty-cell", at: ""),
    Self("groups", "IDN MYS", "IDN Malaysia", "bad-code", at: "IDN Malaysia THA"),
    Self(
      "releases", "announced,government", "promised,government", "unknown-count",
      at: "promised"),
    Self("releases", "JPN,rate,all", "JPN,rate,any", "unknown-kind", at: "any"),
    Self("dependency", "JPN,CHN,all", "JPN,CHN,", "empty-cell", at: ""),
  ]

  private static let stocks = [
    Self("stocks", "JPN,government,held", "JPN,state,held", "unknown-kind", at: "state"),
    Self(
      "stocks", "JPN,government,maximum rate", "JPN,government,rate", "unknown-measure",
      at: "rate"),
    Self(
      "stocks", "JPN,industry,obligation", "JPN,government,obligation", "measure-of-kind",
      at: "obligation"),
    Self(
      "stocks", "JPN,industry,held,1.2", "JPN,industry,held,0.2", "stock-below-minimum",
      at: "0.2"),
    Self(
      "stocks", "JPN,industry,obligation,50,,,percent", "JPN,industry,usable,50,,,days",
      "held-and-usable", at: "held"),
    Self(
      "stocks", "JPN,government,held,400,,,t,2024,held,this test,found,\n", "", "incomplete",
      at: "JPN"),
    Self(
      "stocks", "ALL,industry,usable,20-25,,,days", "ALL,industry,usable,400,,,t",
      "stock-needs-use", at: "t"),
    Self("stocks", "JPN,total,stated", "Japan,total,stated", "bad-code", at: "Japan"),
    Self("stocks", "JPN,government,held", "TWN,government,held", "unknown-importer", at: "TWN"),
  ]

  private static let chains = [
    Self(
      "stages", "metal,地金,yield,0.5,,,t per t,2024,yield,this test,assumption,\n", "",
      "incomplete", at: "metal"),
    Self("stages", "yield,0.5", "yield,11", "out-of-bounds", at: "11"),
    Self("stages", "鉱石,spare", "鉱石,yield", "measure-of-first-stage", at: "yield"),
    Self(
      "stages", "鉱石,spare,5,0,10,percent", "鉱石,stock days,5,0,10,days",
      "measure-of-first-stage", at: "stock days"),
    Self("stages", "value share", "spare", "spare-of-last-stage", at: "spare"),
    Self("links", "ore,ALL", "iron,ALL", "unknown-stage", at: "iron"),
    Self("links", "ore,ALL", "metal,ALL", "link-of-last-stage", at: "metal"),
    Self("links", "JPN,AUS,share", "JPN,AUS,part", "unknown-measure", at: "part"),
    Self("links", "AUS,travel days,9,days", "IDN,share,60,percent", "link-shares", at: "60"),
    Self("links", "JPN,AUS,travel", "JPN,IDN,travel", "incomplete", at: "travel days"),
    Self("links", "IDN,share,100", "IDN,share,", "missing-value", at: ""),
  ]

  private static let ways = [
    Self(
      "routes", "JPN,ASEAN,Strait of Malacca,share", "JPN,AFRICA,Strait of Malacca,share",
      "unknown-origin", at: "AFRICA"),
    Self("routes", "Strait of Malacca,share", "Malaca,share", "unknown-chokepoint", at: "Malaca"),
    Self("routes", "share through,25", "share through,35", "route-above-origins", at: "35"),
    Self(
      "routes", "JPN,CHN,,travel days,5,days", "JPN,CHN,,share through,5,percent",
      "share-without-chokepoint", at: "share through"),
    Self(
      "routes", "JPN,CHN,,travel days", "JPN,CHN,,travel time", "unknown-measure",
      at: "travel time"),
    Self(
      "chokepoints", "Strait of Malacca,マラッカ海峡,bypass,,t/d,2024,ways around,none found,missing,\n",
      "", "incomplete", at: "Strait of Malacca"),
    Self("chokepoints", "マラッカ海峡,flow", ",flow", "empty-cell", at: ""),
    Self("chokepoints", "bypass,,t/d", "detour days,,days", "incomplete", at: "Strait of Malacca"),
    Self(
      "chokepoints", "all buyers,this test,found,\n",
      "all buyers,this test,found,\nStrait of Malacca,マラッカ海峡,detour days,1001,days,2024,by sea,this test,found,\n",
      "out-of-bounds", at: "1001"),
    Self(
      "routes", "Strait of Malacca,share", "Strait of Malacca; Strait of Malacca,share",
      "chokepoint-twice", at: "Strait of Malacca; Strait of Malacca"),
    Self(
      "routes", "Strait of Malacca,share", "Strait of Malacca;,share", "unknown-chokepoint",
      at: "Strait of Malacca;"),
    Self(
      "routes", "JPN,CHN,,travel days,5,days", "JPN,CHN,,share along,5,percent",
      "shares-of-both-kinds", at: "share through"),
    Self("routes", "share through,25", "share along,35", "route-above-origins", at: "35"),
    Self("routes", "share through,25", "share along,125", "out-of-bounds", at: "125"),
    Self(
      "routes", "JPN,CHN,,travel days,5,days",
      "JPN,ASEAN,Strait of Malacca,detour share,50,percent", "incomplete", at: "detour share"),
    Self(
      "routes", "JPN,CHN,,travel days,5,days", "JPN,CHN,,detour days,5,days",
      "share-without-chokepoint", at: "detour days"),
    Self(
      "routes", "JPN,CHN,,travel days,5,days",
      "JPN,THA MYS IDN,Strait of Malacca,travel days,5,days", "repeated-row", at: "JPN"),
  ]

  private static let controls = [
    Self("controls", "CHN,WLD", "China,WLD", "bad-code", at: "China"),
    Self("controls", "licence", "licences", "unknown-control", at: "licences"),
    Self("controls", "2023-08-01", "August 2023", "bad-date", at: "August 2023"),
    Self("controls", "2023-08-01", "2023-8-1", "bad-date", at: "2023-8-1"),
    Self("controls", "2025-11,2026-11-27", ",2026-11-27", "bad-date", at: ""),
    Self(
      "controls", "2025-11,2026-11-27", "2027-11,2026-11-27", "disordered-range", at: "2026-11-27"),
    Self(
      "controls", "CHN,USA,No. 46,ban,2024-12-03", "CHN,WLD,No. 23,licence,2023-08-01",
      "repeated-row", at: "CHN"),
    Self("controls", "2024,this test", "2024,", "empty-cell", at: ""),
  ]
}
