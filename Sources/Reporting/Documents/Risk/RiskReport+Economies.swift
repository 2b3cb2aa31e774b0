internal import Diagnostics
internal import InputOutputTables
internal import Quantities
internal import RiskMetrics
internal import Scenarios

// The same scenario on several economies: what the choice of table does.
extension RiskReport {
  /// Headline measures by region, a column for each economy; null where one has not the region.
  static func economies(_ study: RiskStudy, showing regions: [Int]? = nil) -> Table {
    let studies = study.economies.map { answer($0, study) }
    let codes = (regions ?? study.shownRegions).prefix(mostRegions).map {
      study.economy.table.regions[$0].code
    }
    let rows = codes.flatMap { code in
      headlines.compactMap { headline -> [TableCell]? in
        let cells = studies.map { other -> TableCell in
          let measures = other.flatMap { other in
            other.region(of: code).flatMap { other.base.measures(of: $0) }
          }
          return .number(measures.flatMap(headline.value), or: .notComputed)
        }
        // What no economy computes is no difference between them.
        guard cells.contains(where: { $0 != .missing(.notComputed) }) else { return nil }
        let name = study.region(of: code).map { study.name(of: $0) } ?? Bilingual(same: code)
        return [.text(name), .text(headline.words)] + cells
      }
    }
    return Table(
      name: "economies",
      title: Bilingual("The same scenario on each economy", "経済表による違い"),
      columns: [
        TableColumn("region", SubjectWord.region.words, kind: .text),
        TableColumn("measure", Bilingual("Measure", "指標"), kind: .text),
      ]
        + zip(study.economies, studies).enumerated().map { number, pair in
          let year = pair.1?.economy.table.description.year.map { " (\($0))" } ?? ""
          return TableColumn(
            "economy_\(number + 1)", Bilingual(same: pair.0.name + year), kind: .number(.percent),
            csvHeading: pair.0.name)
        }, rows: rows, notes: notes(study, studies))
  }

  /// The study on an economy of the list; nil if it does not answer.
  static func answer(_ entry: EconomyStudy, _ study: RiskStudy) -> RiskStudy? {
    switch entry.outcome {
    case .this: study
    case .other(let other): other
    case .unanswered: nil
    }
  }

  private static let mostRegions = 5

  private static let headlines: [(words: Bilingual, value: @Sendable (RegionMeasures) -> Double?)] =
    [
      (Words.gdpLoss, { $0.valueAddedLossShare }),
      (MeasureWord.incomeLoss.words, { $0.incomeLossShare }),
      (MeasureWord.unmetFinalDemand.words, { $0.finalDemandUnmetShare }),
      (MeasureWord.importBillAtBaseVolume.words, { $0.importBillAtBaseVolumeShare }),
      (MeasureWord.consumerPrices.words, { $0.consumerPriceChange }),
    ]

  private static func notes(_ study: RiskStudy, _ studies: [RiskStudy?]) -> [Bilingual] {
    let shares = Bilingual(
      "Shares are of each table's own GDP and final demand over the horizon; regions meet by code and may cover other countries.",
      "割合は各表自身の期間中のGDP・最終需要に対するもの。地域はコードで対応させ、含む国が異なることがある。")
    return [shares]
      + zip(study.economies, studies).map { entry, other in
        guard let table = other?.economy.table else {
          return Bilingual(
            "\(entry.name): does not answer the scenario; see the warnings.",
            "\(entry.name)：このシナリオには対応しない（警告を参照）。")
        }
        let about = table.description
        let size = "\(table.regions.count) × \(table.sectors.count)"
        let basis = basis(of: about)
        return Bilingual(
          "\(entry.name): \(about.name), \(size).\(basis.en)",
          "\(entry.name)：\(about.nameJa)、\(size)。\(basis.ja)")
      }
  }
}

extension RiskStudy {
  /// The region of a code; nil if the economy has none.
  func region(of code: String) -> Int? { economy.table.regions.firstIndex { $0.code == code } }
}
