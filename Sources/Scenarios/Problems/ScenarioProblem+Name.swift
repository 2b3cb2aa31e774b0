package import Diagnostics
internal import InputOutputTables

extension ScenarioProblem {
  /// Names of regions, sectors, commodities and so on.
  package enum Name: WordedProblem, Error, Hashable {
    /// A name that nothing has; a near one, and some that exist.
    case unknown(NameKind, String, suggestion: String?, known: [String])
    /// A sector of another classification, and the table's sectors that hold it or are parts of it.
    case otherSectors(String, related: [String])
    /// A name that several things have.
    case ambiguous(NameKind, String, candidates: [String])
    /// The same thing twice.
    case twice(NameKind, String)
    /// No list entry at all.
    case none(NameKind, key: String)
    /// Text that is no `REGION.SECTOR`.
    case notANode(NameKind, String, example: String)
    /// A name that a sector and a region have, where either may stand.
    case sectorAndRegion(String)

    /// The problem's code and its sentences.
    package var wording: Wording {
      switch self {
      case .unknown(let kind, let name, let suggestion, let known):
        unknown(kind, name, suggestion, known)
      case .otherSectors(let code, let related):
        Wording(
          "other-sectors",
          en:
            "the table has no sector `\(code)`; what it is lies in \(ScenarioProblem.list(related))",
          ja: "経済表に部門 `\(code)` はありません。対応するのは \(ScenarioProblem.list(related)) です",
          helpEn: "write the table's own codes", helpJa: "経済表の部門コードで書いてください")
      case .ambiguous(let kind, let name, let candidates):
        Wording(
          "ambiguous-name",
          en: "`\(name)` is the name of several: \(ScenarioProblem.list(candidates))",
          ja: "`\(name)` という\(kind.word.ja)は複数あります: \(ScenarioProblem.list(candidates))",
          helpEn: "write its code", helpJa: "コードで書いてください")
      case .twice(let kind, let name):
        Wording(
          "named-twice", en: "the \(kind.word.en) `\(name)` is named twice",
          ja: "\(kind.word.ja) `\(name)` が二度書かれています")
      case .none(let kind, let key):
        Wording(
          "empty-list", en: "`\(key)` names no \(kind.word.en)",
          ja: "`\(key)` に\(kind.word.ja)がありません")
      case .notANode(let kind, let name, let example):
        Wording(
          "not-a-node", en: "`\(name)` is no \(kind.word.en)",
          ja: "`\(name)` は\(kind.word.ja)の書き方ではありません",
          helpEn: "write region, point and code, as `\(example)`",
          helpJa: "`\(example)` のように、地域、ピリオド、コードの順に書いてください")
      case .sectorAndRegion(let name):
        Wording(
          "sector-and-region", en: "`\(name)` is a sector and a region",
          ja: "`\(name)` は部門と地域の両方にあります",
          helpEn:
            "write `rationing: named first` with `served first: {sectors: [\(name)]}` or `{regions: [\(name)]}`",
          helpJa:
            "`rationing: named first` とし、`served first: {sectors: [\(name)]}` か `{regions: [\(name)]}` を書いてください"
        )
      }
    }

    private func unknown(
      _ kind: NameKind, _ name: String, _ suggestion: String?, _ known: [String]
    ) -> Wording {
      let en = "unknown \(kind.word.en) `\(name)`" + ScenarioProblem.didYouMean(suggestion).en
      let ja = "\(kind.word.ja) `\(name)` はありません" + ScenarioProblem.didYouMean(suggestion).ja
      let code = "unknown-" + kind.rawValue.split(separator: " ").joined(separator: "-")
      guard !known.isEmpty else { return Wording(code, en: en, ja: ja) }
      // Commodities alone would fill the list.
      let (en2, ja2) =
        kind == .product
        ? (
          "; other goods by the table's sectors, which `sonae explain ECONOMY` lists",
          "。ほかの財は経済表の部門コードで（`sonae explain 経済表` に一覧）"
        ) : ("", "")
      return Wording(
        code, en: en, ja: ja, helpEn: "known: \(ScenarioProblem.list(known))\(en2)",
        helpJa: "使えるもの: \(ScenarioProblem.list(known))\(ja2)")
    }
  }
}

extension NameKind {
  /// The kind in words.
  package var word: Bilingual {
    switch self {
    case .economy: Bilingual("economy", "経済表")
    case .region: Bilingual("region", "地域")
    case .user: Bilingual("sector or region", "部門・地域")
    case .sector: Bilingual("sector", "部門")
    case .product: Bilingual("product", "製品")
    case .commodity: Bilingual("commodity", "重要物資")
    case .chokepoint: Bilingual("chokepoint", "海峡など")
    case .partner: Bilingual("country or region", "国・地域")
    case .origin: Bilingual("origin of the commodity", "物資の供給元")
    case .node: Bilingual("producer", "生産者")
    case .stage: Bilingual("stage of the chain", "連鎖の段階")
    case .finalDemand: Bilingual("column of final demand", "最終需要の列")
    }
  }
}
