import Commodities
import Decisions
import Diagnostics
import InputOutputTables
import Quantities
import Reporting
import Scenarios

/// What several holders should release, in words.
struct MemberWords {
  let task: MemberTask
  let found: MemberDecision
  let release: ReleaseWords

  /// Days of a row of the schedule.
  private static let row = 30

  /// Finds the plans of all holders of the release's commodity; nil where they are fewer than two importers.
  static func found(_ release: ReleaseWords, _ cases: [DecisionCase]) async throws -> MemberWords? {
    let request = release.request
    let task = MemberTask(
      request.file.decoded.base, commodity: release.task.release.commodity,
      commodities: request.file.commodities)
    guard let task else { return nil }
    do throws(LinearProgrammeFault) {
      let found = try await MemberDecision.find(
        task, over: cases, on: request.model)
      return MemberWords(task: task, found: found, release: release)
    } catch {
      throw DiagnosticList([Diagnostic(.error, DecideProblem.solver("\(error)"))])
    }
  }

  /// Why several holders have no plans of their own; nothing where there are not several.
  static func missing(_ release: ReleaseWords) -> [Bilingual] {
    let codes = MemberTask.releasing(
      release.request.file.decoded.base, commodity: release.task.release.commodity)
    guard codes.count > 1 else { return [] }
    let names = codes.sorted().joined(separator: ", ")
    return [
      Bilingual(
        "No plan by holder (\(names)): it takes two importers at least, each in one release with a known volume.",
        "保有者別の計画なし（\(names)）：輸入者が2者以上、それぞれ量の分かる放出1件に限る場合に計算する。")
    ]
  }

  var tables: [Table] { [members, schedule, ways, worth] }

  private var commodity: Commodity { release.commodity }
  private var unit: Bilingual { Bilingual(same: commodity.unit) }
  private var perDay: Bilingual { Bilingual("\(commodity.unit)/d", "\(commodity.unit)/日") }
  private var money: Bilingual {
    Bilingual(same: release.request.file.table.description.moneyUnit)
  }

  private func number(
    _ key: String, _ en: String, _ ja: String, _ unit: Bilingual, isDetail: Bool = false
  ) -> TableColumn {
    TableColumn(
      key, Bilingual(en, ja), unit: unit, kind: .number(.significant), isDetail: isDetail)
  }

  /// The largest stock, which says what is nothing beside it.
  private var largest: Double { task.holders.map(\.volume).max() ?? 1 }

  /// A number of the programme.
  private func amount(_ value: Double) -> TableCell { DecideTables.amount(value, of: largest) }

  /// A difference of losses on the full model.
  private func difference(_ value: Double) -> TableCell {
    DecideTables.amount(value, of: found.costs.map { abs($0.loss) }.max() ?? 0)
  }

  private var member: TableColumn {
    TableColumn("member", Bilingual("member", "保有者"), kind: .text)
  }

  /// Who releases how much, each alone and as one pool.
  private var members: Table {
    let (alone, shared) = (found.programme(.alone).parts, found.programme(.shared).parts)
    return Table(
      name: "members", title: Bilingual("Who releases what", "誰がどれだけ放出するか"),
      columns: [
        member, number("stock", "stock", "備蓄", unit),
        number("rate", "highest rate", "最大速度", perDay, isDetail: true),
        number("released", "released", "放出", unit),
        number("unmet", "unmet", "不足", unit),
        number("pool_released", "released, one pool", "共同放出", unit),
        number("pool_received", "received, one pool", "共同受取", unit),
        number("pool_unmet", "unmet, one pool", "共同不足", unit),
      ],
      rows: task.holders.enumerated().map { index, holder in
        [
          .name(holder.partner.code), .number(holder.volume),
          .number(holder.rate, or: .notApplicable), amount(alone[index].released),
          amount(alone[index].unmet), amount(shared[index].released),
          amount(shared[index].received), amount(shared[index].unmet),
        ]
      }, notes: [programmeNote] + outsideNote)
  }

  private var programmeNote: Bilingual {
    Bilingual(
      "Linear programme on the chain, expected over the cases: each within its stock and rate, users' own stock drawn first, unmet use counted alike wherever it is. Of equal plans the earliest.",
      "供給網の線形計画による期待値。各保有者の備蓄量と速度の範囲内で、使用者の在庫を先に取り崩し、不足はどこでも同じに数える。同等の計画では最も早いもの。")
  }

  private var outsideNote: [Bilingual] {
    guard !task.outside.isEmpty else { return [] }
    let names = task.outside.joined(separator: ", ")
    return [
      Bilingual(
        "\(names): no importer with figures, so that its release relieves nobody here.",
        "\(names)は数値のある輸入者ではないため、その放出は計算に現れない。")
    ]
  }

  /// Each member's release per period while the longest case lasts; a period in which one gives nothing has
  /// no row of it.
  private var schedule: Table {
    let parts = found.programme(.alone).parts
    let width = Self.row / ReleaseProgramme.days
    let start = release.request.file.decoded.base.start
    let periods = (parts.map(\.given.count).max() ?? 0) / width + 1
    let rows = (0..<periods).flatMap { period in
      zip(task.holders, parts).compactMap { holder, part -> [TableCell]? in
        let given = part.given.dropFirst(period * width).prefix(width).reduce(0, +)
        guard given > DecideTables.nothing * largest else { return nil }
        return [
          .day(period * Self.row, start: start, or: .notApplicable), .name(holder.partner.code),
          .number(given / Double(Self.row)),
        ]
      }
    }
    return Table(
      name: "member_schedule",
      title: Bilingual("Each member's release, the longest case", "保有者ごとの放出（最長の場合）"),
      columns: [
        TableColumn("from", Bilingual("from", "開始"), kind: .number(.days)), member,
        number("rate", "rate", "速度", perDay),
      ], rows: rows,
      notes: [
        Bilingual(
          "Means of \(Self.row) days, each member for itself; a member without a row gives nothing. What ends sooner, ends the release.",
          "\(Self.row)日平均、各保有者が単独の場合。行のない保有者は放出しない。早く終われば放出も終わる。")
      ])
  }

  /// Ways to release on the full model.
  private var ways: Table {
    Table(
      name: "ways", title: Bilingual("Alone or together", "単独か共同か"),
      columns: [
        TableColumn("way", Bilingual("way", "方法"), kind: .text), member,
        number("lost", "loss, full model", "損失（全体モデル）", money),
        number("unmet", "unmet, chain alone", "不足（供給網のみ）", unit),
      ],
      rows: found.costs.flatMap { cost in
        [[.text(name(cost.way)), all, .number(cost.loss), unmet(cost.way)]]
          + task.holders.indices.map { index in
            [
              .text(name(cost.way)), .name(task.holders[index].partner.code),
              .number(cost.ofHolders[index]), unmet(cost.way, of: index),
            ]
          }
      } + [
        [
          .text(
            Bilingual(
              "one pool, each giving at least half of its part of all use",
              "共同（各自が使用量割合の半分以上を放出）")), all,
          .missing(.notComputed), amount(found.programme(.obliged).unmet),
        ]
      ],
      notes: [
        Bilingual(
          "Expected over the cases; losses are value added of the members' regions over the horizon. The full model's pool serves by shortfall, at all members' rates together; the chain counts a unit alike wherever it is short, and the full model does not: a barrel that moves to where it stops less costs all members more.",
          "期待値。損失は保有者の地域の付加価値の減少。全体モデルの共同備蓄は不足分に応じて配分し、速度は全員の合計。供給網の計算は不足をどこでも同じに数えるが、全体モデルでは影響の小さい所へ回った1単位の分だけ全体の損失が増える。"
        )
      ])
  }

  private func name(_ way: MemberDecision.Way) -> Bilingual {
    switch way {
    case .none: Bilingual("no release", "放出なし")
    case .written: Bilingual("as the file has it", "ファイルのまま")
    case .alone: Bilingual("each by its own plan", "各自の計画")
    case .pool: Bilingual("one pool", "共同")
    }
  }

  private var all: TableCell { .text(Bilingual("all", "全体")) }

  /// Unmet use of all, or of one holder.
  private func unmet(_ way: MemberDecision.Way, of holder: Int? = nil) -> TableCell {
    let programme: MemberProgramme
    switch way {
    case .none, .written: return .missing(.notComputed)
    case .alone: programme = found.programme(.alone)
    case .pool: programme = found.programme(.shared)
    }
    return amount(holder.map { programme.parts[$0].unmet } ?? programme.unmet)
  }

  /// What a little more of each is worth.
  private var worth: Table {
    let parts = found.programme(.alone).parts
    let rows = task.holders.enumerated().map { index, holder -> [TableCell] in
      [
        .text(
          Bilingual(
            "\(holder.partner.code): a day more of stock", "\(holder.partner.code)：在庫1日分の追加")),
        difference(found.perStockDay[index]),
        holder.use.map { amount($0 * parts[index].perStock) } ?? .missing(.notComputed),
      ]
    }
    return Table(
      name: "member_worth",
      title: Bilingual("What a little more of each is worth", "各保有者のわずかな追加の価値"),
      columns: [
        TableColumn("more", Bilingual("more", "追加"), kind: .text),
        number("saved", "members save, full model", "損失の減少（全体モデル）", money),
        number("unmet", "unmet use saved, chain alone", "不足の減少（供給網のみ）", unit),
      ], rows: rows,
      notes: [
        Bilingual(
          "Expected, each member by its own plan; the chain's figures are dual prices.",
          "各自の計画の下での期待値。供給網の値は双対価格。")
      ])
  }

  /// What one pool of all holders would change, on the full model.
  var findings: [Bilingual] {
    let costs = Dictionary(uniqueKeysWithValues: found.costs.map { ($0.way, $0) })
    guard let written = costs[.written], let pool = costs[.pool], written.loss > 0 else {
      return []
    }
    let names = task.holders.map(\.partner.code)
    let change = DecideTables.text(abs(1 - pool.loss / written.loss))
    let isLess = pool.loss <= written.loss
    let changes = zip(pool.ofHolders, written.ofHolders).map { $0 - $1 }
    let parts = names.indices.filter { abs(changes[$0]) > DecideTables.nothing * written.loss }
      .sorted { abs(changes[$0]) > abs(changes[$1]) }
      .prefix(3).map { part(names[$0], changes[$0]) }
    guard !parts.isEmpty else {
      return [
        Bilingual(
          "One pool by shortfall of \(names.joined(separator: ", ")) would lose them as much as the file's releases, on the full model.",
          "\(names.joined(separator: "、"))の不足分に応じた共同備蓄でも、全体モデルでの損失合計はファイルの放出と変わらない。")
      ]
    }
    return [
      Bilingual(
        "One pool by shortfall of \(names.joined(separator: ", ")) would lose them together \(change) \(isLess ? "less" : "more") than the file's releases, on the full model: \(parts.map(\.en).joined(separator: ", ")).",
        "\(names.joined(separator: "、"))の不足分に応じた共同備蓄では、全体モデルでの損失合計はファイルの放出より\(change)\(isLess ? "少ない" : "多い")（\(parts.map(\.ja).joined(separator: "、"))）。"
      )
    ]
  }

  /// How much more or less a member loses.
  private func part(_ name: String, _ change: Double) -> Bilingual {
    let words = MoneyWords(release.request.file.table.description.moneyUnit)
    let size = { (factor: Double) in NumberFormat.brief(abs(change) * factor, as: .significant) }
    return Bilingual(
      "\(name) \(size(1)) \(words.unit.en) \(change > 0 ? "more" : "less")",
      "\(name)は\(size(words.japaneseFactor))\(words.unit.ja)\(change > 0 ? "増" : "減")")
  }

  var assumptions: [Bilingual] {
    [
      Bilingual(
        "\(found.runs) further scenarios were played for all holders of \(commodity.name) among the responses.",
        "\(commodity.nameJa)の全保有者について、さらに\(found.runs)通りを計算した。")
    ]
  }
}
