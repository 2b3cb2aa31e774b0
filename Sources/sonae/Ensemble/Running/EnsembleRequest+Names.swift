import Commodities
import Diagnostics
import Ensembles
import InputOutputTables
import Reporting
import RiskMetrics
import Scenarios

extension EnsembleRequest {
  /// What readers call the economy and what its draws vary and measure.
  static func names(
    _ file: ScenarioFile, _ design: EnsembleDesign, _ outcomes: [Outcome], _ paths: PathReading
  ) -> EnsembleNames {
    let about = file.table.description
    let places = Set(outcomes.map(\.region) + paths.series.map(\.region))
    let goods = Set(outcomes.compactMap(\.commodity) + paths.series.compactMap(\.commodity))
    return EnsembleNames(
      economy: .init(en: about.name, ja: about.nameJa),
      regions: file.table.regions.filter { places.contains($0.code) }.map {
        .init($0.code, en: $0.name, ja: $0.nameJa)
      },
      commodities: file.commodities.filter { goods.contains($0.name) }.map {
        .init($0.name, en: $0.name, ja: $0.nameJa)
      },
      variables: variableNames(file, design))
  }

  /// Words of variables; those that would share theirs keep their paths.
  private static func variableNames(
    _ file: ScenarioFile, _ design: EnsembleDesign
  ) -> [EnsembleNames.Name] {
    let words = AssumptionWords(file.decoded.base, commodities: file.commodities)
    let found = design.variables.compactMap { variable in
      words.words(variable.path).map {
        EnsembleNames.Name(variable.path, en: $0.en, ja: $0.ja)
      }
    }
    return found.filter { name in found.count { $0.en == name.en || $0.ja == name.ja } == 1 }
  }
}
