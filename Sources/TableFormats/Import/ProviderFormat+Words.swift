/// What a user should know of a format before downloading.
extension ProviderFormat {
  /// The provider's name for the table.
  package var title: String {
    switch self {
    case .oecdICIO: "OECD Inter-Country Input-Output Tables"
    case .exiobase: "EXIOBASE 3"
    case .wiod2013: "World Input-Output Database, 2013 release"
    case .wiod2016: "World Input-Output Database, 2016 release"
    case .wiodNational: "World Input-Output Database, 2016 release, national tables"
    case .figaro: "FIGARO (Eurostat)"
    case .eora26: "Eora26"
    case .adb: "ADB Multi-Regional Input-Output Tables"
    case .gloria: "GLORIA"
    case .japan: "Input-Output Tables for Japan"
    case .eurostat: "Eurostat national input-output tables (naio_10)"
    case .usBEA: "Make and use tables of the United States (BEA)"
    case .pymrio: "A table saved by pymrio"
    }
  }

  /// What to download, English and Japanese.
  package var download: (en: String, ja: String) {
    switch self {
    case .oecdICIO:
      (
        "<year>_SML.csv, or <year>.csv of the extended version; editions 2016 to 2025",
        "<年>_SML.csv または拡張版の <年>.csv。2016〜2025 年版"
      )
    case .exiobase:
      (
        "IOT_<year>_ixi.zip or IOT_<year>_pxp.zip, or the folder unpacked",
        "IOT_<年>_ixi.zip か IOT_<年>_pxp.zip、または展開したフォルダー"
      )
    case .wiod2013:
      ("wiot<yy>_row_apr12.xlsx, or CSV saved from it", "wiot<年>_row_apr12.xlsx、またはその CSV")
    case .wiod2016:
      (
        "WIOT<year>_Nov16_ROW.xlsb, or .xlsx or CSV saved from it",
        "WIOT<年>_Nov16_ROW.xlsb、または .xlsx か CSV で保存したもの"
      )
    case .wiodNational:
      (
        "<ISO3>_NIOT_nov16.xlsx; --year picks the year", "<ISO3>_NIOT_nov16.xlsx。--year で年を選ぶ"
      )
    case .figaro:
      (
        "matrix_ or flatfile_eu-ic-io_ind-by-ind_<edition>_<year>.csv, or prod-by-prod",
        "matrix_ または flatfile_eu-ic-io_ind-by-ind_<版>_<年>.csv、または prod-by-prod"
      )
    case .eora26:
      (
        "Eora26_<year>_bp.zip (and indices.zip beside it), or the folder unpacked",
        "Eora26_<年>_bp.zip(と同じ場所の indices.zip)、または展開したフォルダー"
      )
    case .adb: ("ADB-MRIO-<year>.xlsx", "ADB-MRIO-<年>.xlsx")
    case .gloria:
      (
        "a folder with GLORIA_MRIOs_<release>_<year>.zip and GLORIA_ReadMe_<release>.xlsx",
        "GLORIA_MRIOs_<版>_<年>.zip と GLORIA_ReadMe_<版>.xlsx の入ったフォルダー"
      )
    case .japan:
      (
        "the transactions table of 13, 37 or 107 sectors at producers' prices, or a prefecture's; .xlsx, .csv or e-Stat's long form",
        "生産者価格評価の取引基本表(13・37・107 部門)か都道府県の表。.xlsx、.csv、e-Stat の縦持ち CSV"
      )
    case .eurostat:
      (
        "estat_naio_10_cp1700.tsv(.gz) or cp1750, pyp1700, pyp1750; or SDMX-CSV with codes; --region picks the country, --year the year",
        "estat_naio_10_cp1700.tsv(.gz) か cp1750・pyp1700・pyp1750、または符号の SDMX-CSV。--region で国、--year で年を選ぶ"
      )
    case .usBEA:
      (
        "IOMake_…_<level>.xlsx and IOUse_…_PRO_…_<level>.xlsx of one level in one folder; --year picks the year",
        "同じ分類の IOMake_…_<分類>.xlsx と IOUse_…_PRO_…_<分類>.xlsx を同じフォルダーに。--year で年を選ぶ"
      )
    case .pymrio:
      ("a folder with Z.txt (or A.txt), Y.txt, unit.txt", "Z.txt(か A.txt)、Y.txt、unit.txt のフォルダー")
    }
  }

  /// The terms of use as the provider states them, to be checked at the source.
  package var licence: String {
    switch self {
    case .oecdICIO: "free re-use with citation (OECD terms)"
    case .exiobase:
      "CC BY-SA 4.0 from version 3.8; 3.9 and later have non-commercial variants: check the record"
    case .wiod2013: "free use with citation"
    case .wiod2016, .wiodNational: "CC BY 4.0"
    case .figaro: "Eurostat re-use policy (CC BY 4.0) with citation"
    case .eora26: "free for academic use only; a licence is needed for any other use"
    case .adb: "ADB terms of use, with citation"
    case .gloria: "CC BY-NC-SA 4.0, by request"
    case .japan: "Government of Japan Standard Terms of Use (compatible with CC BY 4.0)"
    case .eurostat: "Eurostat re-use policy (CC BY 4.0) with citation"
    case .usBEA: "public domain (work of the United States government), with citation"
    case .pymrio: "as the table that was saved"
    }
  }

  /// What to cite.
  package var citation: String {
    switch self {
    case .oecdICIO: "OECD, OECD Inter-Country Input-Output Tables, https://oe.cd/icio"
    case .exiobase:
      "Stadler et al. 2018, EXIOBASE 3, Journal of Industrial Ecology 22: 502-515; Zenodo doi:10.5281/zenodo.3583070"
    case .wiod2013, .wiod2016, .wiodNational:
      "Timmer, Dietzenbacher, Los, Stehrer and de Vries 2015, Review of International Economics 23: 575-605"
    case .figaro: "Eurostat, FIGARO tables: EU inter-country supply, use and input-output tables"
    case .eora26:
      "Lenzen, Moran, Kanemoto and Geschke 2013, Economic Systems Research 25: 20-49"
    case .adb: "Asian Development Bank, Multi-Regional Input-Output Tables"
    case .gloria:
      "Lenzen et al. 2022, Implementing the material footprint to measure progress towards Sustainable Development Goals 8 and 12, Nature Sustainability 5: 157-166"
    case .japan: "Ministry of Internal Affairs and Communications, Input-Output Tables for Japan"
    case .eurostat: "Eurostat, Supply, use and input-output tables (naio_10)"
    case .usBEA: "U.S. Bureau of Economic Analysis, Input-Output Accounts Data, make-use tables"
    case .pymrio: "as the table that was saved"
    }
  }
}
