import TableFormats

/// Every format with the small world in it.
enum Deliveries {
  static let world = SmallWorld()
  static let figaroWorld = SmallWorld(
    regions: ["ES", "JP", "FIGW1"], items: ["P3_S14", "P51G", "P5M"])
  static let exiobaseWorld = SmallWorld(
    regions: ["AT", "JP", "WA"], sectors: ["Cultivation of paddy rice", "Meat, \"other\"", "Steel"])
  static let wiodWorld = SmallWorld(
    sectors: ["AtB", "C", "15t16", "17t18"], items: ["CONS_h", "GFCF", "INVEN"])
  static let adbWorld = SmallWorld(
    regions: ["PRC", "JPN", "RoW"], sectors: ["c1", "c2", "c3", "c4"], items: ["F1", "F4", "F5"])
  static let nationalWorld = SmallWorld(
    regions: [""], sectors: ["A01", "B", "R_S"], items: ["CONS_h", "EXP", "INVEN"])
  static let eoraWorld = SmallWorld(
    regions: ["AFG", "JPN"], sectors: ["Agriculture", "Electricity, Gas and Water", "Recycling"])

  static let icio = Delivery("icio", .oecdICIO, ["2022_SML.csv": text(Layouts.icio(world))])
  static let figaro = Delivery(
    "figaro", .figaro,
    ["matrix_eu-ic-io_ind-by-ind_25ed_2021.csv": text(Layouts.figaro(figaroWorld))])
  static let exiobase = Delivery("exiobase", .exiobase, Layouts.pymrio(quoted(exiobaseWorld)))
  static let exiobaseZip = Delivery(
    "exiobase zip", .exiobase,
    [
      "IOT_2020_ixi.zip": zipped(
        Dictionary(
          uniqueKeysWithValues: Layouts.pymrio(quoted(exiobaseWorld)).map {
            ("IOT_2020_ixi/\($0)", $1)
          }))
    ])
  static let pymrio = Delivery(
    "pymrio", .pymrio, Layouts.pymrio(quoted(exiobaseWorld), unit: "Mill USD"))
  static let wiod2013 = Delivery(
    "wiod2013", .wiod2013, ["wiot11_row_apr12.xlsx": workbook([("WIOT_2011", wiodRows2013)])])
  static let wiod2013CSV = Delivery(
    "wiod2013 csv", .wiod2013, ["wiot11.csv": text(padded(wiodRows2013))])
  static let wiod2016 = Delivery(
    "wiod2016", .wiod2016,
    ["WIOT2014_Nov16_ROW.xlsx": workbook([("2014", wiodRows2016)], texts: .inline)])
  static let adb = Delivery(
    "adb", .adb,
    [
      "ADB-MRIO-2019.xlsx": workbook([
        ("Legend", [["Legend", "of", "codes"]]),
        (
          "ADB MRIO 2019",
          Layouts.coded(
            adbWorld, title: ["Table 2019", "US$ million"], finalNumbers: ["F1", "F4", "F5"],
            hasCodes: false)
        ),
      ])
    ])
  static let national = Delivery(
    "wiod national", .wiodNational,
    [
      "JPN_NIOT_nov16.xlsx": workbook([
        ("Notes", [["a"]]),
        ("National IO-tables", Layouts.national(nationalWorld, years: [2013, 2014])),
      ])
    ])
  static let eora = Delivery("eora", .eora26, Layouts.eora(eoraWorld))

  static let wiodRows2013 = Layouts.coded(
    wiodWorld, title: ["WIOT for 2011", "(industry-by-industry)", "(millions of US$)"],
    finalNumbers: ["c37", "c41", "c42"])
  static let wiodRows2016 = Layouts.coded(
    wiodWorld, title: ["Intercountry Input-Output Table 2014", "current prices"],
    finalNumbers: ["c57", "c60", "c61"])

  /// Deliveries with the world that each must give back.
  static let all: [(Delivery, SmallWorld)] = [
    (icio, world), (figaro, figaroWorld), (exiobase, exiobaseWorld), (exiobaseZip, exiobaseWorld),
    (pymrio, exiobaseWorld), (wiod2013, wiodWorld), (wiod2013CSV, wiodWorld),
    (wiod2016, wiodWorld), (adb, adbWorld), (eora, eoraWorld),
  ]

  /// Rows filled up to one width, as spreadsheet programs save them.
  static func padded(_ rows: [[String]]) -> [[String]] {
    let width = rows.map(\.count).max() ?? 0
    return rows.map { $0 + Array(repeating: "", count: width - $0.count) }
  }

  /// The world with its sector names as a tab-separated file has them.
  private static func quoted(_ world: SmallWorld) -> SmallWorld {
    SmallWorld(
      regions: world.regions,
      sectors: world.sectors.map {
        $0.contains("\"") ? "\"" + $0.replacing("\"", with: "\"\"") + "\"" : $0
      })
  }
}
