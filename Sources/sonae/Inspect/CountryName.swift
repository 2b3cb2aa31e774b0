import InputOutputTables

/// A country that is typed where an economy could be: `inspect JPN` means the bundled table's Japan.
enum CountryName {
  /// The ISO3 code of a country's code or name; nil for a bundled economy, a path or anything else.
  static func code(of text: String) -> String? {
    guard !EconomyLoader.bundledNames().contains(text), !text.contains("/"), !text.contains(":")
    else { return nil }
    return CountryList.bundled.code(of: text)
  }
}
