import Diagnostics
import InputOutputTables

/// What can be wrong with what `sonae inspect` is asked, or doubtful about what it answers.
enum InspectionProblem: WordedProblem, Error, Hashable {
  // What is asked.
  case missingOptions(table: String, [String])
  /// An option that a table does not read, beside another (`with`), and those that it does.
  case unusedOption(table: String, String, with: String?, reads: [String])
  case badLink(String)
  case ownLink(String)
  case badShare(String, option: String)
  case shareOutOfRange(String, option: String, range: String)
  case oneNodeOnly(String)
  /// A table of a whole economy where a country was typed in place of one.
  case ofWholeEconomy(table: String, country: String, economy: String)
  /// A table of runs of the model where a table alone is asked for.
  case takesRuns(table: String)

  // Names.
  case unknownNode(String, suggestion: String?)
  case unknownRegion(String, suggestion: String?, known: [String])
  case unknownProduct(String, suggestion: String?)
  /// Neither a sector of the economy nor a commodity.
  case unknownCommodity(String, suggestion: String?)
  case unknownMaterial(String, suggestion: String?)
  case noSuchNode(String)
  /// Something that has figures, but not for a region; those that it has.
  case noFigures(of: String, region: String, has: [String])
  case oneImporter(String)

  // What is doubtful.
  /// A node that needs, through all tiers, more than it makes.
  case notProductive(String)
  /// Nodes that are inoperable by more than their output, the largest first.
  case inoperableBeyondOutput([String])
  /// Final users lose more of a node's output than they buy.
  case demandLossBeyondDemand(String, share: String, buys: String)
  /// Nodes whose price falls below 0.
  case negativePrices([String])
  /// Nodes whose final demand would be negative.
  case negativeFinalDemand([String])
  /// A table whose imports are not told by origin.
  case importsWithoutOrigin

  var wording: Wording {
    switch self {
    case .missingOptions, .unusedOption, .badLink, .ownLink, .badShare, .shareOutOfRange,
      .oneNodeOnly, .ofWholeEconomy, .takesRuns:
      requestWording
    case .unknownNode, .unknownRegion, .unknownProduct, .unknownCommodity, .unknownMaterial,
      .noSuchNode, .noFigures, .oneImporter:
      nameWording
    case .notProductive, .inoperableBeyondOutput, .demandLossBeyondDemand, .negativePrices,
      .negativeFinalDemand, .importsWithoutOrigin:
      doubtWording
    }
  }
}
