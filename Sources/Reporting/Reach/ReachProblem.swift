package import Diagnostics

/// What a scenario asks for and the economy or a commodity has nothing of.
package enum ReachProblem: WordedProblem, Hashable {
  /// A lever, by its path, that finds nothing; why.
  case actsOnNothing(String, Bilingual)
  /// A shock, by its path, whose aim the scenario's own policies had taken away before the first day.
  case nothingLeft(String)
  /// A lever, by its path, that finds a part of what it names; what is missing.
  case actsInPart(String, Bilingual)
  /// A loss of whole regions' capacity, by its path, that counts their own shortages twice if it was
  /// observed.
  case countsTwice(String, regions: [String])
  /// A measured fall in output, by its path, beside which no other producer's is measured.
  case measuredAlone(String)
  /// A closure, by its path, whose one share of an importer's purchases stands for several commodities; the
  /// share, and each commodity with its own figure.
  case oneShareForSeveral(String, importer: String, share: String, own: [Bilingual])
  /// A closure, by its path, one capacity of which, by its key, is counted in full for each of several.
  case oneCapacityForSeveral(String, key: String, [Bilingual])
  /// A closure, by its path, that lets nothing take the longer way around a chokepoint that ships have; days
  /// more at sea.
  case nothingGoesAround(String, Bilingual, days: Int)
  /// A premium, by its path, that leaves commodities at its chokepoint alone, being counted in another unit
  /// than its cargo; a cargo of theirs.
  case leavesAlone(String, gate: String, unit: String, [Bilingual], cargo: String)
  /// A stock, by its path, that gives nothing; why.
  case givesNothing(String, Bilingual)
  /// A rebuilding, by its path, that cannot take place; why.
  case cannotRebuild(String, Bilingual)
  /// A commodity none of whose using sectors the table has, under any code; whether those are codes that
  /// every bundled table knows.
  case noUsingSectors(commodity: Bilingual, sectors: [String], areStandard: Bool)
  /// A commodity some of whose using sectors the table has not; the share of use that they have.
  case usersLeftOut(commodity: Bilingual, sectors: [String], share: String)
  /// Regions whose shocks find nothing, in a variant or, if nil, in the file as written.
  case notComputed(regions: [String], variant: String?)
  /// A variant or file no shock of which is ever in force on anything.
  case nothingHappens(variant: String?)

  /// The problem's code and its sentences.
  package var wording: Wording {
    switch self {
    case .actsOnNothing(let path, let why):
      Wording(
        "acts-on-nothing", en: "`\(path)` acts on nothing: \(why.en)",
        ja: "`\(path)` は何にも作用しません。\(why.ja)")
    case .nothingLeft(let path):
      Wording(
        "nothing-left",
        en:
          "`\(path)` finds nothing left to act on: what the file changes before the first day has taken it away, so that it costs nothing",
        ja: "`\(path)` が作用する対象は残っていません。ファイルの施策が初日までになくしたため、損失は0です")
    case .actsInPart(let path, let why):
      Wording(
        "acts-in-part", en: "`\(path)` acts on a part of what it names: \(why.en)",
        ja: "`\(path)` は一部にしか作用しません。\(why.ja)")
    case .countsTwice(let path, let regions):
      Wording(
        "counts-twice",
        en:
          "`\(path)` strikes all that \(regions.joined(separator: ", ")) makes: if it is an observed fall, it holds the producers' own shortages already and they count twice",
        ja:
          "`\(path)` は \(regions.joined(separator: "、")) の全生産者に及びます。観測された減少なら、生産者自身の投入不足を既に含み、二重に数えます",
        helpEn: "write `measured: true`", helpJa: "`measured: true` を書いてください")
    case .measuredAlone(let path):
      Wording(
        "measured-alone",
        en:
          "`\(path)`: `measured` has no effect: it keeps measured falls from counting in one another, and no other producer's is measured",
        ja: "`\(path)`：`measured` は作用しません。観測された減少どうしの二重計算を防ぐもので、他に観測された生産者がありません"
      )
    case .oneShareForSeveral(let path, let importer, let share, let own):
      Wording(
        "one-share-for-several",
        en:
          "`\(path)`: `share through` of \(share) stands for all that `\(importer)` buys through it, not for one commodity: the figures are \(own.map { $0.en }.joined(separator: ", "))",
        ja:
          "`\(path)`：`share through` の\(share)は `\(importer)` が通して買うすべての物資に使います。物資ごとの数値は\(own.map { $0.ja }.joined(separator: "、"))です",
        helpEn: "write `share of: crude oil` for one of them",
        helpJa: "一つの物資だけなら `share of: crude oil` のように書いてください")
    case .oneCapacityForSeveral(let path, let key, let commodities):
      Wording(
        "one-capacity-for-several",
        en:
          "`\(path)`: `\(key)` is counted in full for each of \(commodities.map { $0.en }.joined(separator: ", ")): they do not share it",
        ja:
          "`\(path)`：`\(key)` は\(commodities.map { $0.ja }.joined(separator: "、"))のそれぞれに全量を数え、分け合いません"
      )
    case .nothingGoesAround(let path, let strait, let days):
      Wording(
        "nothing-goes-around",
        en:
          "`\(path)` lets nothing go around `\(strait.en)`: ships can, in about \(days) days more, so that what is blocked would be late and not lost",
        ja:
          "`\(path)` では `\(strait.ja)` を迂回できません。実際には約\(days)日長い航路があり、遮断分は失われず遅れて届きます",
        helpEn:
          "write `alternative: {days: \(days) days}`, or with `share: 0%` if none may",
        helpJa:
          "`alternative: {days: \(days) days}` を書いてください（迂回できない想定なら `share: 0%` を加える）")
    case .leavesAlone(let path, let gate, let unit, let commodities, let cargo):
      Wording(
        "leaves-alone",
        en:
          "`\(path)` leaves \(commodities.map { "`\($0.en)`" }.joined(separator: ", ")) at `\(gate)` alone: it acts on what is counted in \(unit), the unit of its `cargo`",
        ja:
          "`\(path)` は `\(gate)` の\(commodities.map { "`\($0.ja)`" }.joined(separator: "、"))には作用しません。作用するのは `cargo` の単位（\(unit)）で数える物資のみです",
        helpEn: "add a second `premium` with what their ships carry, such as `cargo: \(cargo)`",
        helpJa: "その船の積載量を書いた `premium` をもう一つ加えてください（例：`cargo: \(cargo)`）")
    case .givesNothing(let path, let why):
      Wording(
        "gives-nothing", en: "`\(path)` gives nothing in any case: \(why.en)",
        ja: "`\(path)` はどの場合でも何も放出しません。\(why.ja)")
    case .cannotRebuild(let path, let why):
      Wording(
        "cannot-rebuild", en: "`\(path)` cannot be rebuilt: \(why.en)",
        ja: "`\(path)` の再建はできません。\(why.ja)",
        helpEn:
          "give `for`, and list a sector that sells to every damaged node, such as construction",
        helpJa: "`for` を書き、被害を受けるすべての部門に供給する部門(建設など)を挙げてください")
    case .noUsingSectors(let commodity, let sectors, let areStandard):
      Self.noUsingSectors(commodity, Self.list(sectors), areStandard: areStandard)
    case .usersLeftOut(let commodity, let sectors, let share):
      Wording(
        "users-left-out",
        en:
          "`\(commodity.en)`: the table has no sector for \(Self.list(sectors)), which use \(share) of it: what they lose is not counted",
        ja:
          "`\(commodity.ja)`：経済表に利用部門 \(Self.list(sectors)) がありません（使用量の\(share)）。その損失は数えていません")
    case .notComputed(let regions, let variant):
      notComputed(regions.map { "`\($0)`" }.joined(separator: ", "), Self.label(variant))
    case .nothingHappens(let variant):
      Wording(
        "nothing-happens",
        en:
          "\(Self.label(variant))no shock is in force on anything within the horizon: losses are not computed, not 0",
        ja: "\(Self.label(variant))期間内に作用するショックがないため、損失は0ではなく「未計算」です")
    }
  }

  private static func list(_ names: [String]) -> String {
    names.map { "`\($0)`" }.joined(separator: ", ")
  }

  private static func noUsingSectors(
    _ commodity: Bilingual, _ sectors: String, areStandard: Bool
  ) -> Wording {
    Wording(
      "no-using-sectors",
      en:
        "no sector of the table is known to use `\(commodity.en)`: its users are given for \(sectors)",
      ja: "経済表に `\(commodity.ja)` の利用部門がありません。数値があるのは部門 \(sectors) です",
      helpEn: areStandard
        ? "join the table's sectors to these codes with `sonae economy aggregate TABLE --sectors FILE` (CSV: sector,to), or use a bundled economy"
        : "give the users in users.csv by sectors of the table, which `sonae explain ECONOMY` lists, or by the codes of `world-2022`, which every bundled table knows",
      helpJa: areStandard
        ? "`sonae economy aggregate 表 --sectors ファイル`（CSV：sector,to）で部門をこのコードにまとめるか、同梱の経済表を使ってください"
        : "users.csv の利用部門を、この表の部門コード（`sonae explain 経済表` で一覧）か、同梱のどの表でも使える `world-2022` の部門コードで書いてください"
    )
  }

  private static func label(_ variant: String?) -> String { variant.map { "\($0): " } ?? "" }

  private func notComputed(_ regions: String, _ label: String) -> Wording {
    Wording(
      "not-computed",
      en: "\(label)what the shocks cost \(regions) is not computed, not 0: they find nothing there",
      ja: "\(label)\(regions) の損失は0ではなく「未計算」です。ショックの対象となる数値がありません")
  }
}
