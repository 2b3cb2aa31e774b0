/// What a figure of a commodity measures; each has one unit inside and several in files.
enum CommodityDimension: Hashable {
  /// A share, 0 to 1.
  case share
  /// A volume or weight in the commodity's unit.
  case amount
  /// Units per day.
  case flow
  /// USD per unit.
  case price
  /// Days.
  case days
  /// USD.
  case money
  /// A pure number.
  case number
  /// A number of exactly this unit, such as `bbl/t`.
  case ratio(String)
  /// Anything, kept as written.
  case free
}

/// The units that a commodity's files may use, and their size in the commodity's own.
struct CommodityUnits {
  /// A unit's size as a multiplication and a division: percent divide by 100, which rounds once.
  struct Scale: Hashable {
    var times = 1.0
    var over = 1.0

    func callAsFunction(_ x: Double) -> Double { x * times / over }
  }

  /// The physical unit, `bbl` or `t`.
  let unit: String
  /// The year whose days turn yearly into daily flows.
  let year: Int
  /// Units per tonne; nil if tonnes may not be used.
  var perTonne: Double?
  /// Units per kilolitre; nil if kilolitres may not be used.
  var perKilolitre: Double?
  /// MMBtu in a unit; nil if prices may not be per MMBtu.
  var energy: Double?

  init(
    unit: String, year: Int, perTonne: Double? = nil, perKilolitre: Double? = nil,
    energy: Double? = nil
  ) {
    self.unit = unit
    self.year = year
    self.perTonne = unit == "t" ? 1 : perTonne
    self.perKilolitre = unit == "kl" ? 1 : perKilolitre
    self.energy = energy
  }

  /// Days of the commodity's year.
  var daysInYear: Double {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 366 : 365
  }

  /// The size of a unit as written in a file; nil if it does not measure that.
  func scale(of text: String, as dimension: CommodityDimension) -> Scale? {
    switch dimension {
    case .share: shareScale(text)
    case .amount: amountScale(text)
    case .flow: flowScale(text)
    case .price: priceScale(text)
    case .days: text == "days" ? Scale() : nil
    case .money: moneyScale(text)
    case .number: text.isEmpty ? nil : Scale()
    case .ratio(let unit): text == unit ? Scale() : nil
    case .free: text.isEmpty ? nil : Scale()
    }
  }

  /// The unit of a loaded figure.
  func unit(of dimension: CommodityDimension, written text: String) -> String {
    switch dimension {
    case .share: "share"
    case .amount: unit
    case .flow: "\(unit)/d"
    case .price: "USD/\(unit)"
    case .days: "days"
    case .money: "USD"
    case .number, .free, .ratio: text
    }
  }

  /// Examples of what may be written, for messages.
  func accepted(_ dimension: CommodityDimension) -> [String] {
    switch dimension {
    case .share: ["percent", "share"]
    case .amount: amounts
    case .flow:
      (unit == "bbl" ? ["mb/d", "kb/d"] : []) + amounts.flatMap { ["\($0)/d", "\($0)/year"] }
    case .price:
      ["USD/\(unit)"] + (perTonne == nil || unit == "kg" ? [] : ["USD/kg"])
        + (energy == nil ? [] : ["USD/MMBtu"])
    case .days: ["days"]
    case .money: ["USD", "million USD", "billion USD"]
    case .number: ["elasticity", "times base"]
    case .ratio(let unit): [unit]
    case .free: ["percent"]
    }
  }
}

extension CommodityUnits {
  private var amounts: [String] {
    var bases = [unit]
    if perTonne != nil, unit != "t" { bases.append("t") }
    if perKilolitre != nil, unit != "kl" { bases.append("kl") }
    return bases.flatMap { ["\($0)", "million \($0)"] }
  }

  private func shareScale(_ text: String) -> Scale? {
    switch text {
    case "share": Scale()
    case "percent", "%": Scale(over: 100)
    default: nil
    }
  }

  private func amountScale(_ text: String) -> Scale? {
    let words = text.split(separator: " ")
    guard let base = words.last, let size = baseSize(String(base)) else { return nil }
    switch words.dropLast() {
    case []: return Scale(times: size)
    case ["thousand"]: return Scale(times: size * 1e3)
    case ["million"]: return Scale(times: size * 1e6)
    default: return nil
    }
  }

  private func baseSize(_ base: String) -> Double? {
    switch base {
    case unit: 1
    case "t": perTonne
    case "kl": perKilolitre
    default: nil
    }
  }

  private func flowScale(_ text: String) -> Scale? {
    if unit == "bbl", text == "mb/d" { return Scale(times: 1e6) }
    if unit == "bbl", text == "kb/d" { return Scale(times: 1e3) }
    let parts = text.split(separator: "/")
    guard parts.count == 2, var scale = amountScale(String(parts[0])) else { return nil }
    switch parts[1] {
    case "d", "day": return scale
    case "year", "y":
      scale.over = daysInYear
      return scale
    default: return nil
    }
  }

  private func priceScale(_ text: String) -> Scale? {
    guard text.hasPrefix("USD/") else { return nil }
    let base = String(text.dropFirst(4))
    if let size = baseSize(base) { return Scale(over: size) }
    switch base {
    case "kg": return perTonne.map { Scale(times: 1000, over: $0) }
    case "MMBtu": return energy.map { Scale(times: $0) }
    default: return nil
    }
  }

  private func moneyScale(_ text: String) -> Scale? {
    switch text {
    case "USD": Scale()
    case "million USD": Scale(times: 1e6)
    case "billion USD": Scale(times: 1e9)
    default: nil
    }
  }
}
