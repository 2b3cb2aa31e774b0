import ArgumentParser
import ComparativeStatics
import Diagnostics
import Files
import Foundation
import InputOutputTables
import Inspection
import TableFormats

extension ExtractionKind: ExpressibleByArgument {}

/// What a user may say about a static result.
struct InspectOptions: ParsableArguments {
  @Option(help: "A node such as JPN.34t35, JPN.* or *.34t35; may repeat.")
  var node: [String] = []

  @Option(parsing: .unconditional, help: "A change such as 10% or -10%.")
  var by: String?

  @Option(help: "Extraction: complete (default), backward or forward.")
  var type: ExtractionKind?

  @Option(help: "A trade link EXPORTER>IMPORTER:PRODUCT, such as 'CHN>JPN:30t33'; may repeat.")
  var link: [String] = []

  @Flag(help: "With --link: the buyers' remaining suppliers make up for what is lost, pro rata.")
  var replace = false

  @Option(help: "A second economy, for decomposition.")
  var against: String?

  @Option(help: "A file label,value of jobs by node, for employment multipliers.")
  var employment: String?

  @Option(help: "Smallest chain shown, as a share of the total, for paths (default 0.1%).")
  var cutoff: String?

  @Option(help: "At most so many rows, for paths and single-points (default 25).")
  var top: Int?

  @Option(
    help:
      "Days in which a node alone recovers all but 1%, for inoperability.path (default 30); days of each stop, for single-points (60)."
  )
  var days: Int?

  @Option(help: "A region such as JPN.")
  var region: String?

  @Option(help: "A product: a sector, a commodity or a material.")
  var product: String?

  @Option(help: "A file: materials for criticality, trade flows for screens.")
  var from: String?

  func validate() throws {
    guard top ?? 1 > 0 else { throw ValidationError("--top takes a whole number above 0") }
    guard (1...1000).contains(days ?? 1) else {
      throw ValidationError("--days takes a whole number from 1 to 1000")
    }
  }

  /// The options as data; loads the second economy and reads the file. A country typed in place of
  /// the economy is the region where no other is named.
  func request(of country: String? = nil, strict: Bool = false) throws -> InspectionRequest {
    let second = try against.map { try EconomySource.load($0, strict: strict).table }
    let jobs = try employment.map { try Source.reading($0) }
    return InspectionRequest(
      nodes: node, by: by, type: type, links: link, isReplaced: replace, against: second,
      jobs: jobs, cutoff: cutoff, top: top, days: days, region: region ?? country,
      economyOfCountry: region == nil && country != nil ? EconomyLoader.standard : nil,
      product: product, from: from)
  }
}
