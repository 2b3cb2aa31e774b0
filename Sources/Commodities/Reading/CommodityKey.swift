/// The rows of commodity.csv.
enum CommodityKey: String, CaseIterable {
  case name
  case nameJa = "name_ja"
  case unit
  case year
  case tableSector = "table sector"
  case market
  case unitsPerTonne = "units per tonne"
  case unitsPerKilolitre = "units per kilolitre"
  case energyContent = "energy content"
  case spareCapacity = "spare capacity"
  case priceBase = "price base"
  case marketSupply = "market supply"
  case supplyElasticity = "supply elasticity"
  case demandElasticity = "demand elasticity"
  case priceBound = "price bound"
  case linkedTo = "linked to"
  case linkElasticity = "link elasticity"
  case linkLag = "link lag"
  case stopsNobody = "stops nobody"
  case gap

  /// Rows that stand together or not at all.
  static let link: [CommodityKey] = [.linkedTo, .linkElasticity, .linkLag]

  var isRequired: Bool {
    switch self {
    case .unitsPerTonne, .unitsPerKilolitre, .energyContent, .linkedTo, .linkElasticity, .linkLag,
      .stopsNobody, .gap:
      false
    default: true
    }
  }
}

/// The measures of use.csv.
enum UseMeasure: String, CaseIterable {
  case use
  case imports
  case homeProduction = "home production"
  case gdp
}

/// The measures of users.csv.
enum UserMeasure: String, CaseIterable {
  case shareOfUse = "share of use"
  case exposedShare = "exposed share"
  case criticality
}

/// The measures of stocks.csv.
enum StockMeasure: String, CaseIterable {
  case held
  case usable
  case minimum
  case obligation
  case maximumRate = "maximum rate"
  case stated
}

/// The measures of chokepoints.csv.
enum ChokepointMeasure: String, CaseIterable {
  case flow
  case bypass
  case detourDays = "detour days"

  /// Those that every chokepoint has.
  static let required: [Self] = [.flow, .bypass]
}

/// The measures of routes.csv.
enum RouteMeasure: String, CaseIterable {
  case shareThrough = "share through"
  case shareAlong = "share along"
  case detourDays = "detour days"
  case detourShare = "detour share"
  case travelDays = "travel days"
}

/// The measures of stages.csv.
enum StageMeasure: String, CaseIterable {
  case yield
  case stockDays = "stock days"
  case minimumDays = "minimum days"
  case inputShare = "input share"
  case spare
  case valueShare = "value share"

  /// Whether it says something of one input of a stage.
  var isOfInput: Bool { self != .spare && self != .valueShare }
}

/// The measures of links.csv.
enum LinkMeasure: String, CaseIterable {
  case share
  case travelDays = "travel days"
}
