import Diagnostics
import Quantities
import ScenarioText

extension ScenarioReader {
  /// A calendar date of a field.
  mutating func date(_ field: Field?) -> CalendarDate? {
    guard let field, let text = text(field) else { return nil }
    return date(text, at: field.node.place)
  }

  private mutating func date(_ text: String, at place: Place) -> CalendarDate? {
    if let date = CalendarDate(text) { return date }
    if let narrow = Quantity.narrowed(text) {
      report(ScenarioProblem.Amount.wideCharacters(text, write: narrow), at: place)
    } else if CalendarDate.parts(text) != nil {
      report(ScenarioProblem.Moment.noSuchDay(text), at: place)
    } else {
      report(ScenarioProblem.Moment.notADate(text), at: place)
    }
    return nil
  }

  /// A day of the run of a field: `day 12`, a date after the start, or `after 30 days`, counted from the
  /// first day of the entry before it in the list.
  mutating func moment(_ field: Field?) -> Int? {
    guard let field, let text = text(field) else { return nil }
    let day = text.hasPrefix("after ") ? later(text, field) : day(text, field)
    if firstHere == nil { firstHere = day }
    return day
  }

  private mutating func later(_ text: String, _ field: Field) -> Int? {
    let days = quantity(
      String(text.dropFirst("after ".count)), field.key, in: [.duration], at: field.place)
    guard let days else { return nil }
    guard let firstBefore else {
      report(
        isFirstOfList
          ? ScenarioProblem.Moment.afterNothing(text) : ScenarioProblem.Moment.afterMissing(text),
        at: field.place)
      return nil
    }
    if isAfterGap {
      warn(ScenarioProblem.Moment.afterAnother(text, day: firstBefore), at: field.place)
    }
    guard let whole = Int(exactly: days) else {
      report(ScenarioProblem.Amount.notWhole(text, days: true), at: field.place)
      return nil
    }
    return firstBefore + whole
  }

  private mutating func day(_ text: String, _ field: Field) -> Int? {
    let place = field.node.place
    if let narrow = Quantity.narrowed(text) {
      report(ScenarioProblem.Amount.wideCharacters(text, write: narrow), at: place)
      return nil
    }
    let words = text.split(separator: " ")
    if words.count == 2, words[0] == "day" { return day(words[1], field) }
    guard CalendarDate.parts(text) != nil else {
      report(ScenarioProblem.Moment.notAMoment(text), at: place)
      return nil
    }
    guard let date = date(text, at: place) else { return nil }
    return day(of: date, text, field)
  }

  private mutating func day(_ text: Substring, _ field: Field) -> Int? {
    let bounds = field.key.bounds ?? Key.Bounds(0, 36_500)
    guard let value = try? Quantity(String(text), accepting: [.number]) else {
      report(ScenarioProblem.Moment.notAMoment(field.node.text ?? ""), at: field.node.place)
      return nil
    }
    guard bounds.contains(value.base) else {
      report(
        ScenarioProblem.Amount.outOfRange(
          field.node.text ?? "", lowest: "day \(Unit.digits(of: bounds.low))",
          highest: "day \(Unit.digits(of: bounds.high))", isOpen: false), at: field.node.place)
      return nil
    }
    guard let day = Int(exactly: value.base) else {
      report(
        ScenarioProblem.Amount.notWhole(field.node.text ?? "", days: true), at: field.node.place)
      return nil
    }
    return day
  }

  private mutating func day(of date: CalendarDate, _ text: String, _ field: Field) -> Int? {
    guard let start else {
      report(ScenarioProblem.Moment.needsStart(text), at: field.node.place)
      return nil
    }
    guard date >= start || (field.key.bounds?.low ?? 0) < 0 else {
      report(
        ScenarioProblem.Moment.beforeStart(text, start: start.description), at: field.node.place)
      return nil
    }
    return date.days(since: start)
  }

  /// When an entry is in force; `rebuild` stands for a recovery at once. `hasRamp`: whether the ramp is
  /// the window's, in days.
  mutating func window(
    _ group: Group, from: String = "from", hasRamp: Bool = true
  ) -> Window? {
    let first = beginning(group, from: from)
    var growing: Double? = 0
    if hasRamp, let field = group["ramp"] { growing = number(field) }
    let days = wholeDays(group["for"])
    var fading: Recovery? = .immediate
    if let field = group["recovery"] { fading = recovery(field) }
    guard let first, let growing, let days, let fading else { return nil }
    // What ends with the horizon or later is never seen to come back.
    if fading != .immediate, first < horizon, days >= horizon - first,
      let field = group["recovery"]
    {
      warn(
        ScenarioProblem.Remark.neverRecovers(
          field.key.path, horizon: horizon, hasEnd: days != .max), at: field.keyPlace)
    }
    return Window(
      from: first, days: days == .max ? nil : days, ramp: growing, recovery: fading)
  }

  /// The day on which an entry begins to act: its first day and its lead.
  mutating func beginning(_ group: Group, from: String = "from") -> Int? {
    let first = moment(group[from])
    let lead = wholeDays(group["lead"])
    guard let first, let lead else { return nil }
    remark(onStart: first + lead, of: group, from)
    return first + lead
  }

  /// Warns of what starts after the horizon.
  mutating func remark(onStart first: Int?, of group: Group, _ from: String) {
    guard let first, first >= horizon, let field = group[from] else { return }
    let kind = KeyTable.key(group.path)?.name ?? group.path
    warn(ScenarioProblem.Remark.neverStarts(kind, horizon: horizon), at: field.node.place)
  }

  /// How a loss fades: `immediate` or `linear over 30 days`.
  private mutating func recovery(_ field: Field) -> Recovery? {
    guard let text = text(field) else { return nil }
    if text == "immediate" { return .immediate }
    let paths = ["linear", "exponential", "logistic"]
    guard let over = text.firstRange(of: " over "),
      paths.contains(String(text[..<over.lowerBound]))
    else {
      let word = text.prefix { $0 != " " }
      let suggestion = nearest(String(word), in: ["immediate"] + paths)
      report(
        ScenarioProblem.Moment.notARecovery(
          text, suggestion: suggestion == String(word) ? nil : suggestion), at: field.node.place)
      return nil
    }
    let name = String(text[..<over.lowerBound])
    guard
      let days = quantity(
        String(text[over.upperBound...]), field.key, in: [.duration], at: field.node.place)
    else { return nil }
    return recovery(name, over: days, at: field.node.place)
  }

  private mutating func recovery(
    _ name: String, over days: Double, at place: Place
  ) -> Recovery? {
    let (least, isOpen): (Double, Bool) =
      name == "linear" ? (0, true) : name == "logistic" ? (2, true) : (1, false)
    guard isOpen ? days > least : days >= least else {
      report(
        ScenarioProblem.Moment.recoveryTooShort(
          name, least: Dimension.duration.text(least), isOpen: isOpen), at: place)
      return nil
    }
    switch name {
    case "linear": return .linear(over: days)
    case "exponential": return .exponential(over: days)
    default: return .logistic(over: days)
    }
  }

  /// `shortfall above 5% for 3 days`, or `price above 50% for 5 days`.
  mutating func trigger(_ field: Field) -> StockRelease.Trigger? {
    guard let text = text(field) else { return nil }
    let starts = ["shortfall above ", "price above "]
    guard let start = starts.first(where: { text.hasPrefix($0) }),
      let split = text.firstRange(of: " for ")
    else {
      report(ScenarioProblem.Moment.notATrigger(text), at: field.node.place)
      return nil
    }
    let isPrice = start == starts[1]
    let bounds = Key(
      field.key.path, .trigger, in: isPrice ? .notNegative : .share, example: field.key.example,
      "", "")
    let above = quantity(
      String(text[text.index(text.startIndex, offsetBy: start.count)..<split.lowerBound]),
      bounds, in: [.share], at: field.node.place)
    let days = quantity(
      String(text[split.upperBound...]), field.key, in: [.duration], at: field.node.place)
    guard let above, let days else { return nil }
    guard let whole = Int(exactly: days), whole >= 1 else {
      report(
        ScenarioProblem.Amount.notWhole(String(text[split.upperBound...]), days: true),
        at: field.node.place)
      return nil
    }
    return isPrice
      ? .price(above: above, days: whole) : .shortfall(above: above, days: whole)
  }
}
