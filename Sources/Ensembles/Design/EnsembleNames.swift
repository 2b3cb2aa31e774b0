/// What readers call the things that a plan names by code or path, in both languages.
package struct EnsembleNames: Sendable, Hashable, Codable {
  /// A code or path, and what readers call it.
  package struct Name: Sendable, Hashable, Codable {
    /// The code of a region, the name of a commodity, or the path of a variable.
    package let key: String
    /// English.
    package let en: String
    /// Japanese.
    package let ja: String

    /// Makes a name.
    package init(_ key: String, en: String, ja: String) {
      self.key = key
      self.en = en
      self.ja = ja
    }
  }

  /// The economy.
  package let economy: EnsemblePlan.Sentence
  /// Regions of outcomes and paths.
  package let regions: [Name]
  /// Commodities of outcomes and paths.
  package let commodities: [Name]
  /// Variables; those without words of their own are left out.
  package let variables: [Name]

  /// Makes names.
  package init(
    economy: EnsemblePlan.Sentence, regions: [Name] = [], commodities: [Name] = [],
    variables: [Name] = []
  ) {
    self.economy = economy
    self.regions = regions
    self.commodities = commodities
    self.variables = variables
  }
}
