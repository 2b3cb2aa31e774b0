import Diagnostics
import Quantities
import ScenarioText

extension ScenarioReader {
  /// The parameters of the model, resolved for the economy's sectors.
  mutating func model(_ field: Field?) -> ModelParameters? {
    guard let group = group(field) else { return nil }
    let preset: ModelParameters.Preset? = choice(group["preset"])
    let step = step(group["step"])
    let rationing = self.rationing(group["rationing"])
    let servedFirst = self.servedFirst(group, under: rationing)
    let flows = flag(group["flows"])
    let overproduction = self.group(group["overproduction"])
    let most = number(overproduction?["max"])
    let over = number(overproduction?["over"])
    let products = products(group, flows: flows ?? false)
    let dial = dial(group["criticality"])
    let cap = number(group["restock cap"])
    let overlayCap = number(group["overlay restock cap"])
    // Under preset sonae these two have neither effect nor default.
    let isPooled = preset != .sonae
    let choice = isPooled ? supplierChoice(group["supplier choice"]) : .fixed
    let flexibility = isPooled ? number(group["flexibility"]) : 0
    let redirect = self.group(group["redirect"])
    let redirectMax = number(redirect?["max"])
    let redirectSpeed = number(redirect?["speed"])
    let income = income(group["income"])
    let prices = prices(group["prices"])
    var variety: VarietyParameters?
    if let products { variety = self.variety(group, products) }
    guard preset != .sonae || variety != nil, let preset, let step, let rationing, let servedFirst,
      let flows, let most, let over, let products,
      let dial, let cap, let overlayCap, let choice, let flexibility, let redirectMax,
      let redirectSpeed, let income, let prices
    else { return nil }
    return ModelParameters(
      preset: preset, inventoryDays: products.inventoryDays, restockDays: products.restockDays,
      psi: products.psi, tableCriticality: products.criticality, overproductionMax: most,
      overproductionDays: over, supplierChoice: choice, flexibility: flexibility,
      redirectMax: redirectMax, redirectSpeed: redirectSpeed, restockCap: cap,
      overlayRestockCap: overlayCap, rationing: rationing,
      criticalityDial: dial == .infinity ? nil : dial, flows: flows, step: step, variety: variety,
      income: income, prices: prices, servedFirst: servedFirst)
  }

  /// What a dearer import bill does.
  private mutating func income(_ field: Field?) -> IncomeParameters? {
    guard let group = group(field) else { return nil }
    let show: IncomeParameters.Show? = choice(group["show"])
    let propensity = number(group["propensity"])
    let lag = number(group["over"])
    guard let show, let propensity, let lag else { return nil }
    if show == .off {
      for name in ["propensity", "over"] { remark(group[name], isIdleBy: "show: off") }
    }
    return IncomeParameters(show: show, propensity: propensity, lagDays: lag)
  }

  /// How prices move.
  private mutating func prices(_ field: Field?) -> PriceParameters? {
    guard let group = group(field) else { return nil }
    let lag = number(group["lag"])
    let memory = number(group["memory"])
    let premium = number(group["premium"])
    let credit = number(group["release credit"])
    guard let lag, let memory, let premium, let credit else { return nil }
    return PriceParameters(
      lagDays: lag, memoryDays: memory, premium: premium, releaseCredit: credit)
  }

  /// Δt in days: days are recorded whole, so that a whole number of steps must fill one.
  private mutating func step(_ field: Field?) -> Double? {
    guard let field, let days = number(field) else { return nil }
    let steps = (1 / days).rounded()
    if abs(days * steps - 1) <= 1e-6 { return 1 / steps }
    report(
      ScenarioProblem.Amount.notPartOfADay(
        field.node.text ?? "", nearest: Dimension.duration.text(1 / steps)),
      at: field.node.place)
    return nil
  }

  /// The dial; infinite for the word `central`.
  private mutating func dial(_ field: Field?) -> Double? { number(field) }

  private mutating func supplierChoice(_ field: Field?) -> ModelParameters.SupplierChoice? {
    let choice: ModelParameters.SupplierChoice? = choice(field)
    if let field, choice == .output {
      warn(ScenarioProblem.Remark.riskyChoice("output"), at: field.node.place)
    }
    return choice
  }

  /// One of a field's words.
  mutating func choice<Choice: RawRepresentable<String>>(_ field: Field?) -> Choice? {
    guard let field, let text = text(field) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    reportWord(text, field)
    return nil
  }

  /// Some of a field's words, one or a list.
  mutating func choices<Choice: RawRepresentable<String>>(_ field: Field) -> [Choice]? {
    let nodes = field.node.list ?? [field.node]
    var found: [Choice] = []
    for node in nodes {
      guard let text = text(node, field.key) else { continue }
      if let choice = Choice(rawValue: text) {
        found.append(choice)
      } else {
        report(
          ScenarioProblem.Amount.notAChoice(
            text, key: field.key.name, accepted: field.key.words,
            suggestion: nearest(text, in: field.key.words)), at: node.place)
      }
    }
    return found.count == nodes.count ? found : nil
  }

  /// `true` or `false`.
  mutating func flag(_ field: Field?) -> Bool? {
    guard let field, let text = text(field) else { return nil }
    switch text {
    case "true": return true
    case "false": return false
    default:
      report(
        ScenarioProblem.Amount.notAChoice(
          text, key: field.key.name, accepted: ["true", "false"],
          suggestion: nearest(text, in: ["true", "false"])), at: field.node.place)
      return nil
    }
  }

  mutating func reportWord(_ text: String, _ field: Field) {
    report(
      ScenarioProblem.Amount.notAChoice(
        text, key: field.key.name, accepted: field.key.words,
        suggestion: nearest(text, in: field.key.words)), at: field.node.place)
  }
}
