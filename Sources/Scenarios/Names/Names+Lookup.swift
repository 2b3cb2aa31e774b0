import InputOutputTables

extension Names {
  /// Index of a region by code or name; a country inside a region is pointed to it.
  package func region(_ text: String) throws(ScenarioProblem.Name) -> Int {
    if regions.index(ofCode: text) == nil, let region = regionOfCountry[text],
      countryCodes[region] != text
    {
      throw .unknown(
        .region, text, suggestion: regions.codes[region], known: regions.codes)
    }
    return try regions.find(text, as: .region)
  }

  /// Index of a sector by code or name; a code of another classification finds the same industry.
  package func sector(_ text: String) throws(ScenarioProblem.Name) -> Int {
    do throws(ScenarioProblem.Name) { return try sectors.find(text, as: .sector) } catch {
      guard case .unknown = error else { throw error }
      let there = elsewhere(text)
      if let same = there.same { return same }
      guard !there.related.isEmpty else { throw error }
      throw .otherSectors(text, related: there.related.map { sectors.codes[$0] })
    }
  }

  /// The sector that a text, alone or after a region and a point, names in another classification's
  /// code; nil if it names the table's own.
  package func translation(of text: String) -> (written: String, code: String)? {
    let ends = text.indices.filter { text[$0] == "." }.map { text.index(after: $0) }
    for written in [text] + ends.map({ String(text[$0...]) }) {
      guard !sectors.knows(written), let same = elsewhere(written).same
      else { continue }
      return (written, sectors.codes[same])
    }
    return nil
  }

  /// A sector, wherever it is, or a region.
  package func user(_ text: String) throws(ScenarioProblem.Name) -> ServedFirst.User {
    switch (sectors.knows(text), regions.knows(text)) {
    case (true, true): throw .sectorAndRegion(text)
    case (false, true): return .region(try region(text))
    default: break
    }
    do throws(ScenarioProblem.Name) { return .sector(try sector(text)) } catch {
      guard case .unknown = error else { throw error }
      // A country inside a region is pointed to it.
      if regionOfCountry[text] != nil { return .region(try region(text)) }
      throw .unknown(
        .user, text, suggestion: regions.suggestion(for: text) ?? sectors.suggestion(for: text),
        known: regions.codes + sectors.codes)
    }
  }

  /// The table's sector that is the industry of another classification's code, and all that share
  /// some of it.
  private func elsewhere(_ code: String) -> (same: Int?, related: [Int]) {
    let wanted = SectorConcordance.bundled.standardCodes(ofAny: code)
    guard !wanted.isEmpty else { return (nil, []) }
    let related = standardSectors.indices.filter {
      !Set(standardSectors[$0]).isDisjoint(with: wanted)
    }
    // Parts of one industry have its code too, so only a sole code that is it or its sole part is the same.
    let isWhole = SectorConcordance.bundled.isWhole(code)
    guard related.count == 1, standardSectors[related[0]] == wanted, isWhole else {
      return (nil, related)
    }
    return (related[0], related)
  }

  /// Index of a commodity by name, or by the last words of one: `magnets` for `permanent magnets`.
  package func commodity(_ text: String) throws(ScenarioProblem.Name) -> Int {
    if !commodities.knows(text), let index = commodities.index(endingIn: text) { return index }
    return try commodities.find(text, as: .commodity)
  }

  /// The chokepoint's own name.
  package func chokepoint(_ text: String) throws(ScenarioProblem.Name) -> String {
    chokepoints.codes[try chokepoints.find(text, as: .chokepoint)]
  }

  /// A commodity, else a sector, else a commodity by the last words of its name.
  package func product(_ text: String) throws(ScenarioProblem.Name) -> Product {
    if let commodity = try Names.known({ () throws(ScenarioProblem.Name) in
      try commodities.find(text, as: .commodity)
    }) {
      return .commodity(commodity)
    }
    if let sector = try Names.known({ () throws(ScenarioProblem.Name) in try sector(text) }) {
      return .sector(sector)
    }
    if let commodity = commodities.index(endingIn: text) { return .commodity(commodity) }
    throw .unknown(
      .product, text,
      suggestion: commodities.suggestion(for: text) ?? sectors.suggestion(for: text),
      known: commodities.codes + sectors.codes)
  }

  /// A region, a country, or a group of origins.
  package func partner(_ text: String) throws(ScenarioProblem.Name) -> Partner {
    let index = try partners.find(text, as: .partner)
    // The regions come first.
    return Partner(
      code: partners.codes[index], region: index < regions.codes.count ? index : nil)
  }

  /// A country or group from which a commodity comes by its own files.
  package func origin(_ text: String, of commodity: Int) throws(ScenarioProblem.Name) -> Partner {
    let code = origins[commodity].codes[try origins[commodity].find(text, as: .origin)]
    let found = countryCodes.indices.filter { countryCodes[$0] == code }
    return Partner(code: code, region: found.count == 1 ? found[0] : nil)
  }

  /// A stage of a commodity's chain; `all` stands for every one.
  package func stage(
    _ text: String, of commodity: Int
  ) throws(ScenarioProblem.Name) -> StageChoice {
    let own = stages[commodity]
    if text == "all", !own.codes.isEmpty { return .all }
    let index = try own.find(text, as: .stage)
    return index == own.codes.count - 1 ? .last : .one(index)
  }

  /// Whether a partner is a group of origins, not a country or region.
  package func isGroup(_ partner: Partner) -> Bool {
    partner.region == nil && groups.contains(partner.code)
  }

  /// Nodes of `REGION.SECTOR`, `REGION.*`, `*.SECTOR`; of a sector alone where there is one region.
  package func nodes(_ text: String) throws(ScenarioProblem.Name) -> [Int] {
    if let node = nodeLabels[text] { return [node] }
    if regions.codes.count == 1, !text.contains("."), let sector = try? sector(text) {
      return [nodes[sector]].compactMap { $0 }
    }
    let example = "\(regions.codes.first ?? "JPN").\(sectors.codes.first ?? "C")"
    guard text.contains(".") else { throw .notANode(.node, text, example: example) }
    let pair = try split(text)
    let found = try matches(pair.region, pair.sector)
    guard !found.isEmpty else { throw .unknown(.node, text, suggestion: nil, known: []) }
    return found
  }

  /// The column of final demand of `REGION.CATEGORY`; of a category alone where there is one region.
  package func finalDemand(_ text: String) throws(ScenarioProblem.Name) -> Int {
    let written = finalDemandLabels.map { label in
      guard let range = label.firstRange(of: separator), !separator.isEmpty else { return label }
      return label[..<range.lowerBound] + "." + label[range.upperBound...]
    }.map { String($0) }
    let index = NameIndex(zip(written, finalDemandLabels).map { ($0, [$1]) })
    return try index.find(text, as: .finalDemand)
  }

  /// Region and sector of the first point that splits the text into two known ones, else of the first.
  private func split(
    _ text: String
  ) throws(ScenarioProblem.Name) -> (region: String, sector: String) {
    let points = text.indices.filter { text[$0] == "." }
    let pairs = points.map { point in
      (region: String(text[..<point]), sector: String(text[text.index(after: point)...]))
    }
    let known = pairs.first { (try? matches($0.region, $0.sector)) != nil }
    return known ?? pairs[0]
  }

  private func matches(
    _ region: String, _ sector: String
  ) throws(ScenarioProblem.Name) -> [Int] {
    let regionChoice = region == "*" ? nil : try self.region(region)
    let sectorChoice = sector == "*" ? nil : try self.sector(sector)
    let count = sectors.codes.count
    let rows = regionChoice.map { $0..<$0 + 1 } ?? 0..<regions.codes.count
    let columns = sectorChoice.map { $0..<$0 + 1 } ?? 0..<count
    return rows.flatMap { row in columns.compactMap { nodes[row * count + $0] } }
  }

  /// What a lookup finds, nil if the name is unknown; an ambiguous name and one of other sectors are
  /// still errors.
  private static func known<Found>(
    _ lookup: () throws(ScenarioProblem.Name) -> Found
  ) throws(ScenarioProblem.Name) -> Found? {
    do throws(ScenarioProblem.Name) {
      return try lookup()
    } catch {
      switch error {
      case .ambiguous, .otherSectors: throw error
      default: break
      }
      return nil
    }
  }
}
