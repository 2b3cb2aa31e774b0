package import Diagnostics
internal import InputOutputTables
internal import Quantities

extension ScenarioProblem {
  /// What the reader should know although the scenario runs.
  package enum Remark: WordedProblem, Hashable {
    /// Something that starts after the horizon.
    case neverStarts(String, horizon: Int)
    /// Sectors without bundled defaults, some of them and their number; the keys that rely on them.
    case noDefaults(sectors: [String], count: Int, keys: [String])
    /// A sector's code in another classification, and the table's codes of the same industry.
    case otherCode(String, own: [String])
    /// Storable sectors without a differentiated share.
    case noDifferentiation(sectors: [String], count: Int)
    /// A reach of varieties that goes beyond the evidence.
    case farReach(Double)
    /// A key that has no effect under a preset, and the presets that it belongs to.
    case otherPreset(String, preset: String, belongs: [String])
    /// A key, by its path, that another key's value leaves without effect.
    case noEffect(String, because: String)
    /// A way back, by its path, from what does not end within the horizon, or, without `for`, at all.
    case neverRecovers(String, horizon: Int, hasEnd: Bool)
    /// A lever that acts through another, which is not there.
    case needsAnother(Bilingual)
    /// A choice that is known to go wrong.
    case riskyChoice(String)
    /// A sector's trade with a country that is no region of the table.
    case tableHasNoSuchRegion(String)

    /// The problem's code and its sentences.
    package var wording: Wording {
      switch self {
      case .neverStarts(let name, let horizon):
        Wording(
          "never-starts", en: "`\(name)` starts after the last of \(horizon) days",
          ja: "`\(name)` の開始は計算期間(\(horizon)日)より後です",
          helpEn: "lengthen `horizon`, or let it start earlier",
          helpJa: "`horizon` を延ばすか、開始を早めてください")
      case .noDefaults(let sectors, let count, let keys):
        Wording(
          "no-defaults",
          en:
            "no bundled defaults for \(count) sector\(count == 1 ? "" : "s"): \(ScenarioProblem.list(sectors))",
          ja: "\(count) 部門には同梱の既定値がありません: \(ScenarioProblem.list(sectors))",
          helpEn:
            "so none are used: every product, services too, has 30 days of inventory, restock 30 days, psi 0.5 and criticality 0.5 where the scenario says nothing, which can overstate losses several times over; give all sectors codes of a bundled economy (`sonae explain world-2022`; `sonae economy aggregate TABLE --sectors FILE` renames them), or set \(ScenarioProblem.list(keys)) for every sector, not for these alone",
          helpJa:
            "そのため既定値は一切使わず、指定のない値はサービスも含む全製品で在庫 30 日、補充 30 日、psi 0.5、criticality 0.5 とします。損失は数倍に過大となることがあります。全部門を同梱の経済表の部門コードにするか（`sonae explain world-2022`。`sonae economy aggregate TABLE --sectors FILE` で付け替え）、この部門だけでなく全部門について次のキーを設定してください: \(ScenarioProblem.list(keys))"
        )
      case .otherCode(let code, let own):
        Wording(
          "other-code",
          en:
            "`\(code)` is the same industry as the table's \(ScenarioProblem.list(own))\(own.count > 1 ? " together" : "")",
          ja:
            "`\(code)` は経済表の \(ScenarioProblem.list(own)) \(own.count > 1 ? "を合わせた" : "と同じ")産業です")
      case .noDifferentiation(let sectors, let count):
        Wording(
          "no-differentiation",
          en:
            "no differentiated share is known for \(count) sectors: \(ScenarioProblem.list(sectors)); they take 0.5",
          ja: "\(count) 部門には差別化率の値がなく、0.5 とします: \(ScenarioProblem.list(sectors))",
          helpEn: "set `model.variety` by product", helpJa: "`model.variety` を製品別に指定してください")
      case .farReach(let value):
        Wording(
          "far-reach",
          en: "a reach of \(Unit.digits(of: value)) is above 4: no evidence supports it",
          ja: "波及度 \(Unit.digits(of: value)) は 4 を超え、裏付けがありません")
      case .otherPreset(let key, let preset, let belongs):
        Wording(
          "other-preset", en: "`\(key)` has no effect under preset `\(preset)`",
          ja: "`\(key)` はプリセット `\(preset)` では効果がありません",
          helpEn: "it belongs to preset \(ScenarioProblem.list(belongs))",
          helpJa: "プリセット \(ScenarioProblem.list(belongs)) のキーです")
      case .neverRecovers(let path, let horizon, hasEnd: true):
        Wording(
          "no-effect", en: "`\(path)` has no effect: it begins after the last of \(horizon) days",
          ja: "`\(path)` は作用しません。計算期間(\(horizon)日)より後に始まります",
          helpEn: "lengthen `horizon`, or let `for` end earlier",
          helpJa: "`horizon` を延ばすか、`for` を短くしてください")
      case .neverRecovers(let path, _, hasEnd: false):
        Wording(
          "no-effect", en: "`\(path)` has no effect: without `for` nothing ends",
          ja: "`\(path)` は作用しません。`for` がないので終わりがありません",
          helpEn: "write `for`, such as `for: 60 days`", helpJa: "`for: 60 days` のように書いてください")
      case .noEffect(let key, let because):
        Wording(
          "no-effect", en: "`\(key)` has no effect: \(because)",
          ja: "`\(key)` は効果がありません(\(because))",
          helpEn: "leave one of the two out", helpJa: "どちらかを削ってください")
      case .needsAnother(let what):
        Wording("needs-another", en: what.en, ja: what.ja)
      case .riskyChoice(let name):
        Wording(
          "risky-choice", en: "supplier choice `\(name)` can collapse the whole table",
          ja: "供給元の選択 `\(name)` は表全体を崩壊させることがあります",
          helpEn: "it punishes a supplier for lack of demand; the default is `delivery`",
          helpJa: "需要のない供給元を罰するためです。既定は `delivery` です")
      case .tableHasNoSuchRegion(let code):
        Wording(
          "no-such-region",
          en: "`\(code)` is no region of the table: trade in sectors is not restricted",
          ja: "`\(code)` は経済表の地域ではないため、部門の取引は制限されません")
      }
    }
  }
}
