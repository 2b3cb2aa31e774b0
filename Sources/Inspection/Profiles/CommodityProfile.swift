package import Commodities
package import Diagnostics
import Quantities
import Reporting

/// What a commodity's files say, on a page of text: every figure with its year and the number of its
/// source, and its confidence where that is not `found`.
package struct CommodityProfile {
  let commodity: Commodity
  let language: Language
  private let width: Int
  private var lines: [String] = []
  private var sources: [String] = []

  /// Makes the page of a commodity in a language, at most `width` columns wide, at least 40.
  package init(_ commodity: Commodity, in language: Language, width: Int) {
    self.commodity = commodity
    self.language = language
    self.width = max(40, width)
    writeTitle()
    writeOrigins()
    writeChain()
    writeUsers()
    writeStocks()
    writeChokepoints()
    writePrice()
    writeControls()
    writeHistory()
    writeEstimates()
    writeGaps()
    writeSources()
  }

  /// What the commodity's files say of one of its chokepoints.
  init(_ commodity: Commodity, at point: Commodity.Chokepoint, in language: Language, width: Int) {
    self.commodity = commodity
    self.language = language
    self.width = max(40, width)
    lines.append(say(commodity.name, commodity.nameJa))
    writeSole(point)
    writeSources()
  }

  /// The page.
  package var text: String { lines.joined(separator: "\n") + "\n" }

  /// A text of the two in the page's language.
  func say(_ en: String, _ ja: String) -> String { Bilingual(en, ja).text(in: language) }

  /// Starts a section.
  mutating func head(_ en: String, _ ja: String) { lines += ["", say(en, ja)] }

  /// Adds a line of a section; what does not fit goes on further in.
  mutating func add(_ text: String, indent: Int = 2) {
    let blank = String(repeating: " ", count: indent)
    for (index, line) in wrapped(text, to: width - indent - 4).enumerated() {
      lines.append(blank + (index == 0 ? "" : "    ") + line)
    }
  }

  /// The number of a source, in brackets, after the year and a confidence other than `found`.
  mutating func cite(_ figure: Figure, basis: Bool = true) -> String {
    let about = basis && !figure.basis.isEmpty ? "\(figure.source): \(figure.basis)" : figure.source
    return cite(about, year: figure.year, figure.confidence)
  }

  /// The number of a source as `cite` writes it.
  mutating func cite(_ source: String, year: String, _ confidence: Figure.Confidence) -> String {
    if !sources.contains(source) { sources.append(source) }
    let number = (sources.firstIndex(of: source) ?? 0) + 1
    let sure = confidence == .found ? "" : ", \(confidence.rawValue)"
    return "\(year)\(sure) [\(number)]"
  }

  /// A value with its range and unit; shares as percent.
  func amount(_ figure: Figure) -> String {
    guard let value = figure.value else { return say("no figure", "数値なし") }
    let isShare = figure.unit == "share"
    let number = { (value: Double) in
      NumberFormat.brief(value, as: isShare ? .percent : .significant)
    }
    let ends = [figure.low, figure.high].compactMap { $0 }.map(number)
    let range = ends.isEmpty ? "" : " (\(ends.joined(separator: "–")))"
    let isPlain = isShare || ["0-1", "elasticity"].contains(figure.unit)
    return number(value) + (isPlain ? "" : " \(figure.unit)") + range
  }

  /// The remark of a figure in brackets; nothing if there is none.
  func remark(_ note: String) -> String { note.isEmpty ? "" : " (\(note))" }

  private mutating func writeSources() {
    head("Sources", "出典")
    for (index, source) in sources.enumerated() { add("[\(index + 1)] \(source)") }
  }
}

extension CommodityProfile {
  private mutating func writeTitle() {
    let about = commodity.about.isEmpty ? "" : ": \(commodity.about)"
    add(
      say(
        "\(commodity.name) (\(commodity.nameJa))\(about)",
        "\(commodity.nameJa)（\(commodity.name)）\(about)"), indent: 0)
    add(
      say(
        "Counted in \(commodity.unit), \(commodity.year); the table holds it in sector \(commodity.tableSector); \(market).",
        "単位\(commodity.unit)、\(commodity.year)年。経済表では部門\(commodity.tableSector)に含まれ、\(market)。"
      ), indent: 0)
    add(reach, indent: 0)
  }

  /// Where its price forms.
  private var market: String {
    switch commodity.price.market {
    case .world: say("one world price", "価格は世界で一つ")
    case .bloc: say("one price outside the restricting country", "価格は制限国の外で一つ")
    case .importer: say("each importer has a price of its own", "価格は輸入国ごと")
    }
  }

  /// What it can and cannot do in a scenario.
  private var reach: String {
    let runs = commodity.importers.filter(\.isRunnable).map(\.code).joined(separator: ", ")
    let known = commodity.importers.filter { !$0.origins.isEmpty && !$0.isRunnable }
      .map(\.code).joined(separator: ", ")
    let price =
      commodity.price.link.map {
        say(
          " Its price follows \($0.leader), where the scenario touches that.",
          "価格は\($0.leader)に連動し、シナリオがそれに作用する場合に動く。")
      }
      ?? (commodity.price.demandElasticity.value == nil || commodity.price.supply.value == nil
        ? say(
          " Its price does not move: its elasticity or supply is not known.",
          "弾力性か供給量が不明のため価格は動かない。") : "")
    let rest =
      known.isEmpty
      ? ""
      : say(
        " For \(known) origins are known, but no use or no exposed share of users: a shock acts on nothing there, and the report says so.",
        "\(known)は供給元のみ判明し、使用量か exposed share がない。ショックは作用せず、報告書がその旨を示す。")
    return runs.isEmpty
      ? say("In a scenario it stops nobody", "シナリオではどの部門も止めない") + reason + rest
      : say(
        "In a scenario it acts on its users in \(runs).", "シナリオでは\(runs)の利用部門に作用する。") + rest
        + price
  }

  /// Why it stops nobody, where its files say so.
  private var reason: String {
    commodity.reasonToStopNobody.map { say(": \($0.text).", "：\($0.textJa)。") } ?? say(".", "。")
  }

  /// Whom a ministry asks for first: the partners of the founding statement and the large of ASEAN.
  private static let asked = [
    "JPN", "KOR", "CHN", "TWN", "IND", "USA", "EU27", "IDN", "MYS", "PHL", "SGP", "THA", "VNM",
  ]

  /// Says of whom no origins are known.
  private mutating func writeUnknown() {
    let known = Set(commodity.importers.filter { !$0.origins.isEmpty }.map(\.code))
    let isUnionKnown = known.contains("DEU") || known.contains("REU")
    let missing = Self.asked.filter { !known.contains($0) && !($0 == "EU27" && isUnionKnown) }
    guard !missing.isEmpty else { return }
    let list = missing.joined(separator: ", ")
    add(say("no figures of origins: \(list)", "供給元の数値なし：\(list)"))
  }

  private mutating func writeOrigins() {
    let importers = commodity.importers.filter { !$0.origins.isEmpty }
    guard !importers.isEmpty else { return }
    head("Origins of imports", "輸入の供給元")
    for importer in importers {
      let imported = importer.origins.filter { $0.origin != importer.code }
        .sorted { ($0.share, $1.origin) > ($1.share, $0.origin) }
      let shares = imported.prefix(6).map {
        "\($0.origin) \(NumberFormat.brief($0.figure.value ?? $0.share, as: .percent))"
      }
      let imports =
        importer.imports.value == nil ? "" : say(" of ", "、輸入量 ") + amount(importer.imports)
      let source = imported.first.map { ", " + cite($0.figure) } ?? ""
      add("\(importer.code): \(shares.joined(separator: ", "))\(imports)\(source)")
    }
    writeUnknown()
  }

  private mutating func writeUsers() {
    var rows: [(text: String, importers: [String])] = []
    for importer in commodity.importers {
      for text in importer.users.map({ words($0) }) + importer.otherUses.map({ words($0) }) {
        if let known = rows.firstIndex(where: { $0.text == text }) {
          rows[known].importers.append(importer.code)
        } else {
          rows.append((text, [importer.code]))
        }
      }
    }
    guard !rows.isEmpty else { return }
    head("Users, by sector of the 35 that every bundled table knows", "利用部門（各経済表に共通の35部門）")
    for row in rows {
      let all = row.importers.count == commodity.importers.count && row.importers.count > 2
      let whom = all ? say("every importer", "全輸入国") : row.importers.joined(separator: ", ")
      add("\(row.text) — \(whom)")
    }
  }

  private mutating func words(_ user: Commodity.User) -> String {
    let share = NumberFormat.brief(user.shareOfUse, as: .percent)
    return say(
      "\(user.sector): \(share) of use; exposed share \(amount(user.exposedShare)), \(cite(user.exposedShare)); criticality \(amount(user.criticality))",
      "\(user.sector)：使用の\(share)、exposed share \(amount(user.exposedShare))、\(cite(user.exposedShare))、criticality \(amount(user.criticality))"
    )
  }

  private mutating func words(_ other: Commodity.UseShare) -> String {
    guard other.share.value != nil else {
      return say(
        "\(other.sector): share of use not known (\(other.share.basis))",
        "\(other.sector)：使用割合は不明（\(other.share.basis)）")
    }
    return say(
      "\(other.sector): \(amount(other.share)) of use, \(cite(other.share)); exposed share not known",
      "\(other.sector)：使用の\(amount(other.share))、\(cite(other.share))、exposed share は不明")
  }
}
