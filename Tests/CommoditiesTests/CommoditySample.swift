@testable import Commodities

/// A small commodity, as an analyst might write it; tests change one cell of it.
enum CommoditySample {
  static let files: [String: String] = [
    "commodity.csv": """
    key,value,low,high,unit,year,basis,source,confidence,note
    name,tin,,,text,2024,name,this test,assumption,
    name_ja,錫,,,text,2024,name,this test,assumption,
    unit,t,,,text,2024,unit,this test,assumption,
    year,2024,,,text,2024,year,this test,assumption,
    table sector,C,,,text,2024,sector,this test,assumption,
    market,importer,,,text,2024,market,this test,assumption,
    units per kilolitre,7.3,,,t/kl,2024,density,this test,found,
    spare capacity,2,0,4,percent,2025,spare,this test,assumption,
    price base,30,,,USD/kg,2024,spot,this test,found,
    market supply,366000,,,t/year,2024,mine,this test,found,
    supply elasticity,0.1,0,0.2,elasticity,2024,short run,this test,assumption,
    demand elasticity,-0.3,-0.4,-0.1,elasticity,2024,short run,this test,assumption,
    price bound,5,,,times base,2024,bound,this test,assumption,
    gap,,,,t,2024,scrap,none found,missing,not looked up

    """,
    "use.csv": """
    importer,measure,value,low,high,unit,year,basis,source,confidence,note
    JPN,use,40,,,t/d,2024,use,this test,found,
    JPN,imports,30,,,t/d,2024,imports,this test,found,
    JPN,home production,10,,,t/d,2024,mine,this test,found,
    JPN,gdp,4,,,million USD,2024,GDP,this test,found,
    KOR,use,20,,,t/d,2024,use,this test,found,

    """,
    "trade.csv": """
    importer,origin,value,unit,year,basis,source,confidence,note
    JPN,CHN,60,percent,2024,weight,this test,found,
    JPN,IDN,30,percent,2024,weight,this test,found,
    KOR,,,percent,2024,weight,none found,missing,

    """,
    "users.csv": """
    importer,sector,measure,value,low,high,unit,year,basis,source,confidence,note
    JPN,30t33,share of use,0.75,,,share,2024,weight,this test,found,
    JPN,30t33,exposed share,0.5,0.2,0.8,share,2024,e,this test,assumption,
    JPN,30t33,criticality,0.5,0,1,share,2024,c,this test,assumption,
    JPN,26,share of use,25,,,percent,2024,weight,this test,found,
    JPN,26,exposed share,0.1,,,share,2024,e,this test,assumption,
    JPN,26,criticality,0.2,,,share,2024,c,this test,assumption,

    """,
    "stocks.csv": """
    holder,kind,measure,value,low,high,unit,year,basis,source,confidence,note
    JPN,industry,held,1.2,,,thousand t,2024,held,this test,found,
    JPN,industry,obligation,50,,,percent,2024,law,this test,found,
    JPN,government,held,400,,,t,2024,held,this test,found,
    JPN,government,maximum rate,5,,,t/d,2024,rate,this test,found,
    ALL,industry,usable,20-25,,,days,2024,usable,this test,assumption,
    ALL,industry,minimum,10,5,15,days,2024,minimum,this test,assumption,
    JPN,total,stated,3,,,months,2024,as stated,this test,found,

    """,
    "chokepoints.csv": """
    chokepoint,name_ja,measure,value,unit,year,basis,source,confidence,note
    Strait of Malacca,マラッカ海峡,flow,100,t/d,2024,all buyers,this test,found,
    Strait of Malacca,マラッカ海峡,bypass,,t/d,2024,ways around,none found,missing,

    """,
    "groups.csv": """
    group,members,year,source,confidence
    ASEAN,IDN MYS THA,2024,this test,found

    """,
    "routes.csv": """
    importer,origins,chokepoint,measure,value,unit,year,basis,source,confidence,note
    JPN,ASEAN,Strait of Malacca,share through,25,percent,2024,share,this test,found,
    JPN,ASEAN,Strait of Malacca,travel days,9,days,2024,days,this test,found,
    JPN,CHN,,travel days,5,days,2024,days,this test,found,

    """,
    "releases.csv": """
    action,holder,count,kind,value,unit,year,basis,source,confidence,note
    first,JPN,announced,government,100,t,2024-05,announced,this test,found,
    first,JPN,rate,all,5,t/d,2024-05,rate,this test,assumption,

    """,
    "stages.csv": """
    stage,name_ja,measure,value,low,high,unit,year,basis,source,confidence,note
    ore,鉱石,spare,5,0,10,percent,2024,spare,this test,assumption,
    metal,地金,yield,0.5,,,t per t,2024,yield,this test,assumption,
    metal,地金,stock days,20,,,days,2024,stock,this test,assumption,
    metal,地金,value share,40,,,percent,2024,value,this test,assumption,

    """,
    "links.csv": """
    stage,buyer,seller,measure,value,unit,year,basis,source,confidence,note
    ore,JPN,AUS,share,50,percent,2024,weight,this test,found,
    ore,JPN,AUS,travel days,9,days,2024,days,this test,found,
    ore,ALL,IDN,share,100,percent,2024,weight,this test,found,

    """,
    "controls.csv": """
    country,towards,action,kind,from,until,suspended from,suspended until,year,source,confidence,note
    CHN,WLD,No. 23,licence,2023-08-01,,,,2023,this test,found,
    CHN,USA,No. 46,ban,2024-12-03,,2025-11,2026-11-27,2024,this test,found,

    """,
    "dependency.csv": """
    importer,origin,material,series,value,unit,year,basis,source,confidence,note
    JPN,CHN,all,weight,55,percent,2023,weight,this test,found,
    JPN,CHN,all,weight,60,percent,2024,weight,this test,found,

    """,
    "estimates.csv": """
    about,place,item,measure,days,price from,price to,value,unit,year,basis,source,confidence,note
    price,JPN,GDP at twice the price,gdp,365,10,20,-0.1,percent,2024,published,this test,found,
    output,JPN,GDP without tin,,,,,-0.2,percent,2024,published,this test,found,

    """,
  ]

  /// The folder with one text replaced in one of its files.
  static func folder(
    changing file: String = "", _ old: String = "", to new: String = "", without: String = ""
  ) -> [(name: String, bytes: [UInt8])] {
    files.filter { $0.key != without }.map { name, text in
      let changed = name == file ? replaced(old, by: new, in: text) : text
      return (name, Array(changed.utf8))
    }
  }

  /// The text with the first occurrence of a text replaced.
  private static func replaced(_ old: String, by new: String, in text: String) -> String {
    guard let range = text.firstRange(of: old) else { return text + new }
    return text.replacingCharacters(in: range, with: new)
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with new: String) -> String {
    String(self[..<range.lowerBound]) + new + String(self[range.upperBound...])
  }
}
