/// The countries (ISO 3166-1 alpha-3) behind the codes that providers use instead.
enum CountryCodes {
  /// ISO 3166-1 alpha-2 codes, with Eurostat's EL and UK.
  private static let twoLetters = pairs(
    """
    AE ARE AL ALB AR ARG AT AUT AU AUS BA BIH BE BEL BG BGR BR BRA CA CAN CH CHE CL CHL CN CHN
    CO COL CR CRI CY CYP CZ CZE DE DEU DK DNK EE EST EG EGY EL GRC ES ESP FI FIN FR FRA GB GBR
    GR GRC HK HKG HR HRV HU HUN ID IDN IE IRL IL ISR IN IND IS ISL IT ITA JP JPN KR KOR KZ KAZ
    LT LTU LU LUX LV LVA MA MAR ME MNE MK MKD MT MLT MX MEX MY MYS NG NGA NL NLD NO NOR NZ NZL
    PE PER PH PHL PK PAK PL POL PT PRT RO ROU RS SRB RU RUS SA SAU SE SWE SG SGP SI SVN SK SVK
    TH THA TN TUN TR TUR TW TWN UA UKR UK GBR US USA VN VNM ZA ZAF
    """)

  /// ADB's own codes where they differ from ISO 3166-1 alpha-3.
  private static let adb = pairs(
    """
    SWI CHE PRC CHN GER DEU DEN DNK SPA ESP UKG GBR INO IDN IRE IRL NET NLD POR PRT ROM ROU
    TAP TWN BAN BGD MAL MYS PHI PHL VIE VNM MON MNG SRI LKA FIJ FJI BRU BRN BHU BTN CAM KHM
    MLD MDV NEP NPL SIN SGP
    """)

  /// The country of a region's code; nil if the code is its own or stands for no one country.
  static func country(of region: String, in format: ProviderFormat) -> String? {
    if region.utf8.count == 2 { return twoLetters[region] }
    if format == .adb { return adb[region] }
    if region == "ROM", format == .wiod2013 { return "ROU" }
    return nil
  }

  private static func pairs(_ text: String) -> [String: String] {
    let words = text.split { $0 == " " || $0 == "\n" }.map(String.init)
    return Dictionary(
      stride(from: 0, to: words.count, by: 2).map { (words[$0], words[$0 + 1]) }
    ) { first, _ in first }
  }
}
