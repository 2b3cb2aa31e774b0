import ArgumentParser
import Diagnostics
import Files
import InputOutputTables

/// `sonae economy aggregate`: joins regions and sectors.
struct EconomyAggregateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "aggregate", abstract: "Join regions and sectors of a table.",
    discussion: """
      A concordance is a CSV file with the columns region,to (or sector,to), a row for every region \
      (or sector) of the table; name and name_ja may name the new codes.
      """)

  @OptionGroup var options: EconomyOptions

  @Option(help: "A concordance of regions: CSV region,to.")
  var regions: String?

  @Option(help: "Regions to keep, such as JPN,USA; the others are joined.")
  var keepRegions: String?

  @Option(help: "Code of the joined others.")
  var rest = "ROW"

  @Option(help: "A concordance of sectors: CSV sector,to.")
  var sectors: String?

  func validate() throws {
    if regions != nil, keepRegions != nil {
      throw ValidationError("--regions and --keep-regions exclude each other")
    }
    if regions == nil, keepRegions == nil, sectors == nil {
      throw ValidationError("name --regions FILE, --keep-regions CODES or --sectors FILE")
    }
  }

  func run() throws {
    try Terminal.refusing(in: options.language) {
      let folder = try options.folder()
      let table = try options.load()
      let byRegion = try regionConcordance(of: table)
      let bySector = try sectors.map {
        try Concordance.read(try Source.reading($0), .sector, of: table)
      }
      let new = table.aggregated(regions: byRegion, sectors: bySector, name: options.newName)
      try options.write(new, from: table, to: folder)
    }
  }

  private func regionConcordance(of table: InputOutputTable) throws -> Concordance? {
    if let keepRegions {
      let codes = keepRegions.split(separator: ",").map { String($0.filter { $0 != " " }) }
      return try Concordance.keeping(codes, rest: rest, of: table)
    }
    return try regions.map {
      try Concordance.read(try Source.reading($0), .region, of: table)
    }
  }
}
