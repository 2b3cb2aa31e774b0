package import Diagnostics
package import RiskMetrics
internal import Scenarios

extension Basis {
  /// Measure, scope and year, such as `value, domestic included, 2011`.
  package var words: Bilingual {
    let parts = [measure.words, scope.words, Bilingual(same: year)].filter { !$0.en.isEmpty }
    return Bilingual(
      parts.map { $0.en }.joined(separator: ", "), parts.map { $0.ja }.joined(separator: "、"))
  }

  /// The same with the source.
  package var wordsWithSource: Bilingual {
    source.isEmpty ? words : Bilingual("\(words.en); \(source)", "\(words.ja)、出典：\(source)")
  }
}

extension Basis.Measure {
  /// The measure in words.
  package var words: Bilingual {
    switch self {
    case .value: Bilingual("value", "金額ベース")
    case .weight: Bilingual("weight", "数量ベース")
    }
  }
}

extension Basis.Scope {
  /// The scope in words.
  package var words: Bilingual {
    switch self {
    case .domesticIncluded: Bilingual("domestic included", "国内分を含む")
    case .importsOnly: Bilingual("imports only", "輸入のみ")
    case .worldExports: Bilingual("world exports", "世界輸出")
    case .worldProduction: Bilingual("world production", "世界生産")
    }
  }
}
