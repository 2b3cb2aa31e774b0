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
      if there.same.count == 1 { return there.same[0] }
      guard !there.related.isEmpty else { throw error }
      throw .otherSectors(text, related: there.related.map { sectors.codes[$0] })
    }
  }

  /// The same where several may stand: a code of another classification finds all parts of its industry.
  package func sectors(_ text: String) throws(ScenarioProblem.Name) -> [Int] {
    do throws(ScenarioProblem.Name) { return [try sector(text)] } catch {
      guard case .otherSectors = error else { throw error }
      let same = elsewhere(text).same
      guard !same.isEmpty else { throw error }
      return same
    }
  }

  /// The sectors that a text, alone or after a region and a point, names in another classification's
  /// code; nil if it names the table's own.
  package func translation(of text: String) -> (written: String, codes: [String])? {
    let ends = text.indices.filter { text[$0] == "." }.map { text.index(after: $0) }
    for written in [text] + ends.map({ String(text[$0...]) }) {
      guard !sectors.knows(written) else { continue }
      let same = elsewhere(written).same
      if !same.isEmpty { return (written, same.map { sectors.codes[$0] }) }
    }
    return nil
  }

  /// A sector, or all parts of one, wherever it is, or a region.
  package func users(_ text: String) throws(ScenarioProblem.Name) -> [ServedFirst.User] {
    switch (sectors.knows(text), regions.knows(text)) {
    case (true, true): throw .sectorAndRegion(text)
    case (false, true): return [.region(try region(text))]
    default: break
    }
    do throws(ScenarioProblem.Name) {
      return try sectors(text).map { .sector($0) }
    } catch {
      guard case .unknown = error else { throw error }
      // A country inside a region is pointed to it.
      if regionOfCountry[text] != nil { return [.region(try region(text))] }
      throw .unknown(
        .user, text, suggestion: regions.suggestion(for: text) ?? sectors.suggestion(for: text),
        known: regions.codes + sectors.codes)
    }
  }

  /// The table's sectors that together are the industry of another classification's code, none if no
  /// sectors are or its meanings find several; and all that share some of it.
  private func elsewhere(_ code: String) -> (same: [Int], related: [Int]) {
    var same: Set<[Int]> = []
    var related: Set<Int> = []
    for meaning in SectorConcordance.bundled.meanings(of: code) {
      let sharing = standardSectors.indices.filter {
        !meaning.standard.isDisjoint(with: standardSectors[$0])
      }
      related.formUnion(sharing)
      let covered = sharing.reduce(into: Set<String>()) { $0.formUnion(standardSectors[$1]) }
      if meaning.isWhole, covered == meaning.standard { same.insert(sharing) }
    }
    return (same.count == 1 ? same.first ?? [] : [], related.sorted())
  }

  /// Index of a commodity by name, or by the last words of one: `magnets` for `permanent magnets`.
  package func commodity(_ text: String) throws(ScenarioProblem.Name) -> Int {
    if !commodities.knows(text), let index = commodities.index(endingIn: text) { return index }
    return try commodities.find(text, as: .commodity)
  }

  /// The chokepoint's own name, by name or by words in it: `hormuz` for `Strait of Hormuz`.
  package func chokepoint(_ text: String) throws(ScenarioProblem.Name) -> String {
    if !chokepoints.knows(text), let index = chokepoints.index(holding: text) {
      return chokepoints.codes[index]
    }
    return chokepoints.codes[try chokepoints.find(text, as: .chokepoint)]
  }

  /// A commodity, else a sector or all parts of one, else a commodity by the last words of its name.
  package func products(_ text: String) throws(ScenarioProblem.Name) -> [Product] {
    if let commodity = try Names.known({ () throws(ScenarioProblem.Name) in
      try commodities.find(text, as: .commodity)
    }) {
      return [.commodity(commodity)]
    }
    if let sectors = try Names.known({ () throws(ScenarioProblem.Name) in try sectors(text) }) {
      return sectors.map { .sector($0) }
    }
    if let commodity = commodities.index(endingIn: text) { return [.commodity(commodity)] }
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
    if regions.codes.count == 1, !text.contains("."), let sectors = try? sectors(text) {
      return sectors.compactMap { nodes[$0] }
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
    let sectorChoice = sector == "*" ? nil : try sectors(sector)
    let count = sectors.codes.count
    let rows = regionChoice.map { $0..<$0 + 1 } ?? 0..<regions.codes.count
    let columns = sectorChoice ?? Array(0..<count)
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
