import Testing

@testable import TableFormats

@Suite struct YearsTests {
  @Test(arguments: [
    ("2022_SML.csv", 2022), ("ICIO2021_2018.csv", 2018), ("wiot2004_row_apr12.xlsx", 2004),
    ("ADB-MRIO62-2021_June2023.xlsx", 2021), ("ADB MRIO 2015, at constant 2010 prices", 2015),
    ("WIOT2014_Nov16_ROW.xlsb", 2014), ("table, 1999 prices", nil), ("2016-2022_SML.zip", nil),
    ("release of June 2023", nil), ("平成27年(2015年)産業連関表", 2015), ("2011年価格評価表 2015年", 2015),
    ("12022_1969", nil), ("EXIOBASE 3.8.2 IOT_2020_ixi", 2020),
    ("run-9E2325E5-3142-2006-81EE-F76C9AC5C9DA/t.csv", nil),
  ])
  func onlyTheYearOfTheFlowsCounts(_ name: String, _ year: Int?) {
    #expect(yearInName(name) == year)
  }

  @Test func aNameMayHoldSeveral() {
    #expect(years(in: "ICIO2021_2018") == [2021, 2018])
    #expect(yearInText("Table for 2004, published 2012") == 2004)
  }
}
