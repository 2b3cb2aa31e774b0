import Decisions
import Diagnostics
import InputOutputTables
import Propagation
import Reporting
import ScenarioText
import Scenarios

/// A question that was asked: the file, whose loss counts, and the model that it is played on.
struct DecideRequest {
  let file: ScenarioFile
  let options: DecideOptions
  let question: DecideQuestion
  /// Index of the region whose loss counts.
  let region: Int
  let model: FullModel
  /// What the reader should know of the file.
  let warnings: [Diagnostic]

  /// Looks up the region and refuses what must not run.
  init(
    _ file: ScenarioFile, _ options: DecideOptions, _ question: DecideQuestion,
    _ batching: Batching
  ) throws {
    self.file = file
    self.options = options
    self.question = question
    let base = file.decoded.base
    region = try Self.region(options.region, file, base)
    let economy = Economy(file.table)
    let reach = try Reach.refusing(base, in: economy, commodities: file.commodities)
    model = FullModel(
      economy, commodities: file.commodities, width: batching.width, threads: batching.threads)
    let unsaid = question == .singlePoints ? [] : file.decoded.warnings + reach.messages
    warnings = (file.standing + file.ofOneEconomy + unsaid).filter {
      $0.severity == .warning
        && (![.portfolio, .policies].contains(question)
          || $0.problem.code != RunProblem.notDrawn.code)
    }
  }

  /// The region's code and name.
  var regionName: Bilingual {
    let region = file.table.regions[region]
    return region.name == region.code
      ? Bilingual(same: region.code)
      : Bilingual("\(region.name) (\(region.code))", "\(region.nameJa)（\(region.code)）")
  }

  /// The refusal where the region has no GDP.
  var noProduct: DiagnosticList {
    DiagnosticList([
      Diagnostic(.error, DecideProblem.noProduct(file.table.regions[region].code))
    ])
  }

  /// The refusal where the file has nothing for the question.
  var nothing: DiagnosticList {
    DiagnosticList([Diagnostic(.error, DecideProblem.nothing(question: question))])
  }

  private static func region(
    _ text: String?, _ file: ScenarioFile, _ base: Scenario
  ) throws(DiagnosticList) -> Int {
    guard let text else {
      guard let first = base.report.regions.first else {
        throw DiagnosticList([Diagnostic(.error, DecideProblem.noRegion)])
      }
      return first
    }
    let table = file.table
    if let index = table.regions.firstIndex(where: { $0.code == text })
      ?? table.countryCodes.firstIndex(of: text)
      ?? table.regions.firstIndex(where: {
        [$0.code, $0.name, $0.nameJa].map(foldedName).contains(foldedName(text))
      })
    {
      return index
    }
    let known = table.regions.map(\.code)
    throw DiagnosticList([
      Diagnostic(
        .error,
        DecideProblem.unknownRegion(text, suggestion: nearest(text, in: known), known: known),
        at: Source(name: "--region", text: text).whole)
    ])
  }
}

extension DecideRequest {
  /// The file with one value changed, read again; variants and uncertainty are left out.
  func scenario(_ path: String, _ text: String, of option: String) throws -> Scenario {
    let bare = file.document.leavingOut("variants").leavingOut("uncertainty")
    let changed = try bare.setting(
      path: path, value: Source(name: "\(option) \(path)", text: text))
    return try ScenarioDecoder.decode(
      changed, names: Names(file.table, file.commodities), defaults: try SectorDefaults.bundled()
    ).base
  }
}

extension Source {
  /// The place of all of it.
  var whole: Place { Place(source: self, range: 0..<bytes.count) }
}
