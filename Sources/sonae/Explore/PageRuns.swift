import Diagnostics
import InputOutputTables
import Propagation
import Reporting
import RiskMetrics
import Scenarios

/// Runs files of one economy for a page, and keeps what of the economy every run needs.
struct PageRuns: Sendable {
  private let economy: Economy
  private let prices: PriceBase

  init(_ table: InputOutputTable) {
    economy = Economy(table)
    prices = PriceBase(table)
  }

  /// The study of a file's scenario as written, of volumes and prices alone: what follows a slider.
  ///
  /// Throws what cannot be run. Nil where it was to stop, which is asked once a day of the model.
  func quick(_ file: ScenarioFile, unless stops: () -> Bool) throws(DiagnosticList) -> RiskStudy? {
    let alone = file.base(lasting: file.decoded.base.horizon)
    let parts = StudyInParts(
      try sideBySide(alone, SideBySide.Extent(isPlain: true)), width: 1)
    while !stops() {
      if !parts.goOn() { return parts.study }
    }
    return nil
  }

  /// Everything that `sonae run` computes of a file on its own economy, but for draws of `uncertainty`; not
  /// yet run. Throws what cannot be run.
  func whole(_ file: ScenarioFile) throws(DiagnosticList) -> StudyInParts {
    var file = file
    file.add(file.ofOneEconomy)
    return StudyInParts(
      try sideBySide(file, SideBySide.Extent(isRanged: true)), width: PackedShares.columns)
  }

  private func sideBySide(
    _ file: ScenarioFile, _ extent: SideBySide.Extent
  ) throws(DiagnosticList) -> SideBySide {
    try SideBySide([file], draws: [nil], on: economy, prices: prices, extent)
  }
}
