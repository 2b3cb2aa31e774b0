import Diagnostics

/// What can be wrong with a question about what to do.
enum DecideProblem: WordedProblem {
  /// An option that no figure of the question answers to.
  case idle(option: String, question: DecideQuestion)
  /// An option that the question cannot do without.
  case missing(option: String, question: DecideQuestion, example: String)
  /// Random orders asked for where every group is played.
  case ordersOfFew(Int)
  /// A region that the economy has not.
  case unknownRegion(String, suggestion: String?, known: [String])
  /// No region is named, by the command or the file.
  case noRegion
  /// A region without GDP.
  case noProduct(String)
  /// A file without anything to attribute, release or choose.
  case nothing(question: DecideQuestion)
  /// A value that is no quantity of the kind.
  case unreadable(option: String, text: String, example: String)
  /// As many chances as cases are needed, above 0 and 100% in all.
  case chances(String, cases: Int)
  /// A key that holds no single number.
  case notNumeric(String)
  /// A range `from..to` is needed.
  case noRange(String)
  /// A shock at which the run could not be read; why.
  case value(String, why: AnyProblem)
  /// The file has no variants.
  case noVariants
  /// A budget in a currency whose price is not told.
  case noRate(currency: String)
  /// A price of the dollar for a budget in dollars.
  case rateOfDollars
  /// Draws asked for where nothing varies, or where cases are named.
  case noDraws
  /// A response that happens by chance cannot be bought.
  case responseByChance(String)
  /// The linear programme could not be solved; the solver's word.
  case solver(String)
  /// A run collapses or swings.
  case doubtful
  /// The loss falls although the value rises.
  case notMonotone(String, from: String, to: String)

  var wording: Wording {
    switch self {
    case .idle, .missing, .nothing, .ordersOfFew: question
    case .unknownRegion, .noRegion, .noProduct: region
    case .unreadable, .chances, .notNumeric, .noRange, .value, .noVariants: values
    case .noRate, .rateOfDollars, .noDraws, .responseByChance: portfolio
    case .doubtful, .notMonotone, .solver: remark
    }
  }
}

extension DecideProblem {
  private var question: Wording {
    switch self {
    case .idle(let option, let question):
      Wording(
        "idle-option", en: "`\(option)` changes nothing of the question `\(question.rawValue)`",
        ja: "`\(option)` は問い `\(question.rawValue)` には関係しません",
        helpEn: "leave it out; `sonae help decide` says which question takes it",
        helpJa: "外してください。使える問いは `sonae help decide` にあります")
    case .missing(let option, let question, let example):
      Wording(
        "missing-option", en: "the question `\(question.rawValue)` needs `\(option)`",
        ja: "問い `\(question.rawValue)` には `\(option)` が必要です",
        helpEn: "such as \(option) '\(example)'", helpJa: "例：\(option) '\(example)'")
    case .ordersOfFew(let count):
      Wording(
        "orders-of-few",
        en: "`--orders` changes nothing: with \(count) entries every group is played",
        ja: "項目が\(count)件なので全ての組み合わせを計算するため、`--orders` は関係しません",
        helpEn: "leave it out", helpJa: "外してください")
    case .nothing(let question):
      Wording(
        "nothing-to-decide",
        en: "the file has nothing for the question `\(question.rawValue)`: \(question.needs.en)",
        ja: "ファイルに問い `\(question.rawValue)` の対象がありません：\(question.needs.ja)")
    default: preconditionFailure("DecideProblem: \(self)")
    }
  }

  private var region: Wording {
    switch self {
    case .unknownRegion(let text, let suggestion, let known):
      if let help = Bilingual.didYouMean(suggestion) {
        Wording(
          "unknown-region", en: "the economy has no region `\(text)`",
          ja: "この経済表に地域 `\(text)` はありません", helpEn: help.en, helpJa: help.ja)
      } else {
        Wording(
          "unknown-region", en: "the economy has no region `\(text)`",
          ja: "この経済表に地域 `\(text)` はありません",
          helpEn: "it has \(known.joined(separator: ", "))",
          helpJa: "地域：\(known.joined(separator: "、"))")
      }
    case .noRegion:
      Wording(
        "no-region", en: "nothing says whose loss counts", ja: "どの地域の損失を見るかの指定がありません",
        helpEn: "add --region JPN, or `report: {regions: [JPN]}` to the file",
        helpJa: "--region JPN を付けるか、ファイルに `report: {regions: [JPN]}` を書いてください")
    case .noProduct(let code):
      Wording(
        "no-product",
        en: "`\(code)` has no value added in this economy, so that no loss is computed",
        ja: "この経済表の `\(code)` には付加価値がなく、損失を計算できません",
        helpEn: "choose another --region", helpJa: "別の --region を指定してください")
    default: preconditionFailure("DecideProblem: \(self)")
    }
  }

  private var values: Wording {
    switch self {
    case .unreadable(let option, let text, let example):
      Wording(
        "unreadable-option", en: "`\(text)` cannot be read for `\(option)`",
        ja: "`\(option)` の値 `\(text)` を読めません",
        helpEn: "write it like \(example)", helpJa: "例：\(example)")
    case .chances(let text, let cases):
      Wording(
        "bad-chances", en: "`\(text)` are not the chances of \(cases) cases",
        ja: "`\(text)` は\(cases)件の場合の確率になっていません",
        helpEn: "give \(cases) shares above 0 that sum to 100%, parted by commas",
        helpJa: "0より大きく合計100%となる割合を\(cases)個、コンマで区切って書いてください")
    case .notNumeric(let path):
      Wording(
        "not-numeric", en: "`\(path)` holds no single number that could rise",
        ja: "`\(path)` は一つの数値ではないため、大きさを変えられません",
        helpEn: "vary a size or a length, such as 'shocks[0].closure.for=0 days..365 days'",
        helpJa: "規模や期間を指定してください。例：'shocks[0].closure.for=0 days..365 days'")
    case .noRange(let text):
      Wording(
        "no-range", en: "`\(text)` is no range", ja: "`\(text)` は範囲ではありません",
        helpEn: "write path=from..to, such as 'shocks[0].closure.for=1 day..365 days'",
        helpJa: "path=下限..上限 の形で書いてください。例：'shocks[0].closure.for=1 day..365 days'")
    case .value(let text, let why):
      Wording(
        "value-refused", en: "`\(text)` cannot be played: \(why.message(in: .en))",
        ja: "`\(text)` では計算できません：\(why.message(in: .ja))",
        helpEn: "narrow the range", helpJa: "範囲を狭めてください")
    case .noVariants:
      Wording(
        "no-variants", en: "the file has no `variants` to decide over",
        ja: "ファイルに `variants` がありません",
        helpEn: "name values instead, such as --over 'shocks[0].closure.for=30 days, 90 days'",
        helpJa: "値を直接指定してください。例：--over 'shocks[0].closure.for=30 days, 90 days'")
    default: preconditionFailure("DecideProblem: \(self)")
    }
  }

  private var portfolio: Wording {
    switch self {
    case .noRate(let currency):
      Wording(
        "no-rate", en: "costs are in USD, and nothing says what one is worth in \(currency)",
        ja: "費用はUSDで計算されますが、1USDが何\(currency)かの指定がありません",
        helpEn: "add --per-dollar with the price of a USD in \(currency)",
        helpJa: "--per-dollar に1USDあたりの\(currency)を指定してください")
    case .rateOfDollars:
      Wording(
        "rate-of-dollars", en: "`--per-dollar` changes nothing: the budget is in USD",
        ja: "予算がUSDなので `--per-dollar` は関係しません", helpEn: "leave it out", helpJa: "外してください")
    case .noDraws:
      Wording(
        "no-draws",
        en: "there is nothing to draw: `--draws` needs `uncertainty` in the file and no --over",
        ja: "抽出するものがありません：`--draws` にはファイルの `uncertainty` が必要で、--over とは併用できません",
        helpEn: "leave one of them out", helpJa: "どちらかを外してください")
    case .responseByChance(let path):
      Wording(
        "response-by-chance", en: "`\(path)` happens by chance, so that nobody can choose it",
        ja: "`\(path)` は確率的に起きる設定のため、選ぶことができません",
        helpEn: "take it out of `uncertainty`", helpJa: "`uncertainty` から外してください")
    default: preconditionFailure("DecideProblem: \(self)")
    }
  }

  private var remark: Wording {
    switch self {
    case .solver(let why):
      Wording(
        "no-solution", en: "the linear programme has no solution: \(why)",
        ja: "線形計画が解けません：\(why)", helpEn: "check volume, rate and first day of the release",
        helpJa: "放出の量、速度、開始日を確認してください")
    case .doubtful:
      Wording(
        "doubtful-runs",
        en: "output collapses or swings in some of the runs: their losses are not to be trusted",
        ja: "一部の計算で生産が崩壊または振動しており、その損失は信頼できません",
        helpEn: "look at `sonae run` of the scenario, and at `model` in the file",
        helpJa: "`sonae run` の結果とファイルの `model` を確認してください")
    case .notMonotone(let path, let from, let to):
      Wording(
        "not-monotone",
        en:
          "the loss falls between \(from) and \(to) of `\(path)` although the shock grows: the value found is the smallest of those played that passes, and a smaller one between them may pass too",
        ja: "`\(path)` が\(from)から\(to)に増えても損失が減る区間があります。示した値は計算した中で最小のもので、その間により小さい値がある可能性があります")
    default: preconditionFailure("DecideProblem: \(self)")
    }
  }
}
