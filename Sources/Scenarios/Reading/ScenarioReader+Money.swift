import Quantities

extension ScenarioReader {
  /// A price of a commodity, USD a unit; per MMBtu where the commodity has an energy content.
  mutating func price(_ field: Field?, of commodity: Int?) -> Double? {
    let unit = dimension(of: commodity, .pricePerVolume, .pricePerMass)
    guard let field, let commodity, let unit,
      let content = names?.energyContents[commodity]
    else { return number(field, in: unit) }
    let price = number(field, in: unit + [.pricePerEnergy])
    let written = field.node.text.flatMap { try? Quantity($0, accepting: [.pricePerEnergy]) }
    return written == nil ? price : price.map { $0 * content }
  }

  /// A flow of a commodity, units a day.
  mutating func flow(_ field: Field?, of commodity: Int?) -> Double? {
    number(field, in: dimension(of: commodity, .volumePerTime, .massPerTime))
  }

  /// Whose sales fall; not the importer's own.
  mutating func displaced(_ field: Field?, importer: Partner?) -> Displaced? {
    guard let field else { return nil }
    switch field.node.text {
    case "largest": return .largest
    case "pro rata": return .proRata
    default: break
    }
    guard let origin = partner(field) else { return nil }
    if origin == importer {
      report(
        ScenarioProblem.Combination.sameTwice("displaces", "importer", name: origin.code),
        at: field.place)
      return nil
    }
    return .origin(origin)
  }

  /// Who pays for what a country does.
  mutating func payer(_ field: Field?, of partner: Partner?) -> Payment.Payer? {
    let word: PayerWord? = choice(field)
    guard let word, let partner else { return nil }
    return word == .buyers ? .buyers(partner) : .government(partner)
  }
}

/// Who pays, as files write it.
private enum PayerWord: String {
  case buyers
  case government
}
