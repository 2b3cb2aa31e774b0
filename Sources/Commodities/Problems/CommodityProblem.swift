package import Diagnostics

/// What can be wrong with the files of a commodity.
package enum CommodityProblem: WordedProblem, Hashable {
  /// A folder that is not there.
  case noFolder(String)
  /// A commodity of one's own that has the name of another one, which it replaces.
  case standsIn(String, folder: String)
  /// A file that must be there.
  case missingFile(String)
  /// A word that is not in its list.
  case unknown(Word, String, known: [String])
  /// A column named twice.
  case repeatedColumn(String)
  /// A row that says what an earlier row says.
  case repeatedRow(String)
  /// A row of commodity.csv that must be there.
  case missingKey(String)
  /// A price that follows itself, or another commodity and its own market at once.
  case linkedTwice(String, isItself: Bool)
  /// A commodity whose price another one follows, and which nobody knows.
  case unknownLeader(String, of: String, known: [String])
  /// A cell that may not be empty.
  case emptyCell(column: String)
  /// A year that does not begin with four digits.
  case badYear(String)
  /// A cell that is neither a date nor a month or year.
  case badDate(String)
  /// A part of a sector's output that an earlier row names otherwise.
  case otherPart(String, known: String)
  /// A cell that is neither a number nor a range.
  case notANumber(String)
  /// A row without a value whose confidence is not `missing`.
  case missingValue
  /// A value in a row whose confidence is `missing`.
  case valueOfMissing(String)
  /// A range in the value and a low or high end beside it.
  case rangeTwice
  /// Low, value and high out of order.
  case disorderedRange(low: String, value: String, high: String)
  /// A value outside of what the quantity can be.
  case outOfBounds(String, bounds: String)
  /// A unit that does not measure the quantity.
  case wrongUnit(String, accepted: [String])
  /// A name that is not a code of a country or region.
  case badCode(String)
  /// An origin that is neither a country nor a group.
  case unknownOrigin(String, groups: [String])
  /// An importer as its own origin.
  case importerAsOrigin(String)
  /// Shares by origin that add up to more than the whole.
  case sharesAboveWhole(importer: String, percent: String)
  /// Shares of the users that do not add up to the whole.
  case userShares(importer: String, percent: String)
  /// A set of rows that lacks one of its measures.
  case incomplete(String, measure: String)
  /// A figure that the model cannot do without.
  case neededValue(String)
  /// Imports and home production that are not about the use; `home` is the part of use that home
  /// production is, in percent, nil where it has no figure.
  case openAccount(importer: String, percent: String, home: String?, isBelow: Bool)
  /// Users given for a sector that no bundled table knows.
  case unknownSector(String, importers: [String], suggestion: String?)
  /// Home production above use.
  case homeAboveUse(importer: String)
  /// An industry stock below the minimum operating stock.
  case stockBelowMinimum(holder: String)
  /// Both forms of an industry stock.
  case heldAndUsable(holder: String)
  /// A stock in another measure than use, whose use is not known.
  case stockNeedsUse(holder: String)
  /// A measure that this kind of stock does not have.
  case measureOfKind(measure: String, kind: String)
  /// More through a chokepoint than comes from the route's origins.
  case routeAboveOrigins(percent: String)
  /// A share through no chokepoint.
  case shareWithoutChokepoint
  /// A chokepoint that a way passes twice.
  case chokepointTwice(String)
  /// A measure of one chokepoint at a way through several.
  case measureOfOneChokepoint(String)
  /// Whole ways and shares through single chokepoints of one importer.
  case sharesOfBothKinds(importer: String)
  /// Ways that carry more of an origin than it supplies.
  case waysAboveOrigin(String, percent: String)
  /// Links between stages that are not there, or stages without links.
  case brokenChain(String)
  /// A link of the last stage, whose buyers are the importers.
  case linkOfLastStage(String)
  /// What a column `input` names for a measure of the stage itself.
  case inputOfStageMeasure(String)
  /// A measure of an input that does not say of which.
  case inputNotNamed(String, String)
  /// A stage that goes into no other.
  case unusedStage(String)
  /// Stages made of one another.
  case circularStages([String])
  /// Parts of the value of a stage's inputs that do not add up to the whole.
  case inputShares(String, percent: String)
  /// A measure of a stage that is made of nothing before.
  case measureOfFirstStage(String, String)
  /// Spare capacity of the last stage, whose sellers are the commodity's origins.
  case spareOfLastStage(String)
  /// Sellers of a maker's input that do not add up to the whole.
  case linkShares(buyer: String, percent: String)

  package var wording: Diagnostics.Wording {
    formWording ?? figureWording ?? linkWording ?? remarkWording ?? meaningWording
  }
}

extension CommodityProblem {
  /// Problems of files, columns and words.
  private var formWording: Diagnostics.Wording? {
    switch self {
    case .noFolder(let path):
      Diagnostics.Wording(
        "no-folder", en: "there is no folder `\(path)`", ja: "フォルダ `\(path)` がありません",
        helpEn: "`sonae commodity init NAME` writes one to fill",
        helpJa: "`sonae commodity init 名称` で記入用のフォルダを作れます")
    case .standsIn(let name, let folder):
      Diagnostics.Wording(
        "stands-in", en: "`\(name)` is that of `\(folder)`: it stands in for the one of that name",
        ja: "`\(name)` は `\(folder)` のもので、同名の物資の代わりに使います",
        helpEn: "give it another name in commodity.csv to have both",
        helpJa: "両方使うには commodity.csv で別の名前にします")
    case .missingFile(let name):
      Diagnostics.Wording(
        "missing-file", en: "the folder has no `\(name)`", ja: "フォルダに `\(name)` がありません",
        helpEn: "commodity.csv and use.csv are needed; the others may be left out",
        helpJa: "commodity.csv と use.csv は必須で、ほかは省略できます")
    case .unknown(let word, let name, let known): unknown(word, name, known)
    case .repeatedColumn(let name):
      Diagnostics.Wording(
        "repeated-column", en: "the column `\(name)` stands twice", ja: "列 `\(name)` が重複しています")
    case .repeatedRow(let row):
      Diagnostics.Wording(
        "repeated-row", en: "an earlier row already says `\(row)`", ja: "`\(row)` の行は既にあります")
    case .missingKey(let key):
      Diagnostics.Wording(
        "missing-key", en: "there is no row `\(key)`", ja: "行 `\(key)` がありません",
        helpEn: "add it; where no figure is known, leave its value empty and write `missing`",
        helpJa: "行を加えてください。値が不明なら値を空にし、確度を `missing` とします")
    case .emptyCell(let column):
      Diagnostics.Wording(
        "empty-cell", en: "the cell of `\(column)` is empty", ja: "`\(column)` のセルが空です",
        helpEn: "every row states its source, year and confidence",
        helpJa: "各行に出典・年・確度が必要です")
    case .badYear(let cell):
      Diagnostics.Wording(
        "bad-year", en: "`\(cell)` is not a year", ja: "`\(cell)` は年ではありません",
        helpEn: "begin with four digits: `2024`, `2026-03`, `2025Q1`, `2016-2020`",
        helpJa: "4桁の数字で始めます: `2024`、`2026-03`、`2025Q1`、`2016-2020`")
    case .badDate(let cell):
      Diagnostics.Wording(
        "bad-date", en: "`\(cell)` is not a date", ja: "`\(cell)` は日付ではありません",
        helpEn: "write `2023-08-01`, or `2023-08` or `2023` where no more is known",
        helpJa: "`2023-08-01`、分からなければ `2023-08` か `2023` と書きます")
    case .badCode(let cell):
      Diagnostics.Wording(
        "bad-code", en: "`\(cell)` is not a code", ja: "`\(cell)` はコードではありません",
        helpEn: "write an ISO 3166 code of three capital letters such as `JPN`, or a region's code",
        helpJa: "`JPN` のような ISO 3166 の3文字コード、または地域コードを書きます")
    default: nil
    }
  }

  /// Problems of one figure.
  private var figureWording: Diagnostics.Wording? {
    switch self {
    case .notANumber(let cell):
      Diagnostics.Wording(
        "not-a-number", en: "`\(cell)` is not a number", ja: "`\(cell)` は数値ではありません",
        helpEn: "write digits with a point, or a range such as `20-25`",
        helpJa: "数字と小数点、または `20-25` のような範囲で書きます")
    case .missingValue:
      Diagnostics.Wording(
        "missing-value", en: "the row has no value", ja: "値がありません",
        helpEn: "write a value, or the confidence `missing`",
        helpJa: "値を書くか、確度を `missing` とします")
    case .valueOfMissing(let cell):
      Diagnostics.Wording(
        "value-of-missing", en: "the row is `missing` and yet has the value `\(cell)`",
        ja: "確度が `missing` なのに値 `\(cell)` があります",
        helpEn: "leave value, low and high empty, or name another confidence",
        helpJa: "値と範囲を空にするか、別の確度にします")
    case .rangeTwice:
      Diagnostics.Wording(
        "range-twice", en: "the value is a range, and `low` or `high` is given as well",
        ja: "値が範囲なのに `low` か `high` もあります")
    case .disorderedRange(let low, let value, let high):
      Diagnostics.Wording(
        "disordered-range",
        en: "\(named([("low", low), ("value", value), ("high", high)], ", ")) are out of order",
        ja: "\(named([("下限", low), ("値", value), ("上限", high)], "、")) の順序が逆です")
    case .outOfBounds(let value, let bounds):
      Diagnostics.Wording(
        "out-of-bounds", en: "`\(value)` must be \(bounds)", ja: "`\(value)` は範囲外です(\(bounds))")
    case .wrongUnit(let unit, let accepted):
      Diagnostics.Wording(
        "wrong-unit", en: "`\(unit)` is not a unit of this quantity",
        ja: "`\(unit)` はこの量の単位ではありません",
        helpEn: "accepted: \(list(accepted))", helpJa: "使える単位: \(list(accepted))")
    case .neededValue(let what):
      Diagnostics.Wording(
        "needed-value", en: "the model cannot do without \(what)",
        ja: "\(what) がないと計算できません",
        helpEn: "set a value with the confidence `assumption` and say why in the note",
        helpJa: "確度 `assumption` で値を置き、理由を note に書いてください")
    default: nil
    }
  }

  /// Problems between rows.
  private var meaningWording: Diagnostics.Wording {
    switch self {
    case .unknownOrigin(let name, let groups):
      Diagnostics.Wording(
        "unknown-origin", en: "`\(name)` is neither a country code nor a group of groups.csv",
        ja: "`\(name)` は国コードでも groups.csv のグループでもありません",
        helpEn: "groups: \(list(groups))", helpJa: "グループ: \(list(groups))")
    case .importerAsOrigin(let name):
      Diagnostics.Wording(
        "importer-as-origin", en: "`\(name)` does not import from itself",
        ja: "`\(name)` は自国から輸入しません",
        helpEn: "write what it produces as `home production` in use.csv",
        helpJa: "国内生産は use.csv の `home production` に書きます")
    case .sharesAboveWhole(let importer, let percent):
      Diagnostics.Wording(
        "shares-above-whole", en: "the origins of `\(importer)` add up to \(percent)%",
        ja: "`\(importer)` の輸入元の合計が \(percent)% です",
        helpEn: "they may add up to less than 100%: the rest becomes `OTHER`",
        helpJa: "100% 未満なら残りは `OTHER` になります")
    case .userShares(let importer, let percent):
      Diagnostics.Wording(
        "user-shares", en: "the users of `\(importer)` add up to \(percent)% of its use",
        ja: "`\(importer)` の利用部門の合計が \(percent)% です",
        helpEn: "shares of use add up to 100%, or to less where an exposed share is `missing`",
        helpJa: "合計を 100% にしてください（exposed share が `missing` の部門があれば 100% 以下）")
    default: stockWording
    }
  }

  /// Problems of sets of rows and stocks.
  private var stockWording: Diagnostics.Wording {
    switch self {
    case .incomplete(let what, let measure):
      Diagnostics.Wording(
        "incomplete", en: "`\(what)` has no row `\(measure)`",
        ja: "`\(what)` に `\(measure)` の行がありません")
    case .otherPart(let part, let known):
      Diagnostics.Wording(
        "other-part",
        en: "`\(part)` is not the part `\(known)` that an earlier row of the sector names",
        ja: "`\(part)` は同じ部門の前の行の部分 `\(known)` と異なります")
    case .homeAboveUse(let importer):
      Diagnostics.Wording(
        "home-above-use", en: "`\(importer)` produces more for itself than it uses",
        ja: "`\(importer)` の国内生産が使用量を超えています",
        helpEn: "home production is the part used at home", helpJa: "国内で使う分だけを書きます")
    case .stockBelowMinimum(let holder):
      Diagnostics.Wording(
        "stock-below-minimum",
        en: "the industry stock of `\(holder)` is below its minimum operating stock",
        ja: "`\(holder)` の民間在庫が最低操業在庫を下回っています")
    case .heldAndUsable(let holder):
      Diagnostics.Wording(
        "held-and-usable", en: "the industry stock of `\(holder)` stands twice",
        ja: "`\(holder)` の民間在庫が二重です",
        helpEn: "write `held`, which includes the minimum, or `usable`, which comes above it",
        helpJa: "最低在庫を含む `held` か、それを超える `usable` のどちらかを書きます")
    case .stockNeedsUse(let holder):
      Diagnostics.Wording(
        "stock-needs-use",
        en: "a volume cannot be turned into days: the use of `\(holder)` is not known",
        ja: "`\(holder)` の使用量が不明で、在庫量を日数に換算できません",
        helpEn: "add its use to use.csv, or write days of use (a volume for other stocks)",
        helpJa: "use.csv に使用量を加えるか、日数(民間以外は数量)で書きます")
    case .measureOfKind(let measure, let kind):
      Diagnostics.Wording(
        "measure-of-kind", en: "a stock of kind `\(kind)` has no `\(measure)`",
        ja: "種類 `\(kind)` の在庫に `\(measure)` はありません")
    case .brokenChain, .linkOfLastStage, .measureOfFirstStage, .spareOfLastStage,
      .linkShares:
      chainWording
    case .inputOfStageMeasure, .inputNotNamed, .unusedStage, .circularStages, .inputShares:
      inputWording
    default: routeWording
    }
  }
}
