/// Oil stocks and net imports as the International Energy Agency counts them for its 90 days.
///
/// iea.org, "Oil stocks of IEA countries": all quantities in one unit, such as tonnes. Military
/// stocks, tankers at sea, pipelines, service stations and end users' stocks do not count.
package struct OilStocks: Sendable, Hashable {
  /// Which products are counted, with the Agency's factor to crude-oil equivalent.
  package enum Products: Sendable, Hashable {
    /// All products, naphtha and bunkers left out: 1.065.
    case all(Double)
    /// Gasoline, middle distillates and fuel oil: 1.2.
    case mainThree(Double)

    fileprivate var crudeEquivalent: Double {
      switch self {
      case .all(let amount): 1.065 * amount
      case .mainThree(let amount): 1.2 * amount
      }
    }
  }

  /// Stocks of crude oil, natural gas liquids and feedstocks.
  package let primary: Double
  /// Stocks of products.
  package let products: Products
  /// Net imports of primary oil in the previous year, corrected for stock changes.
  package let primaryNetImports: Double
  /// Net imports of products in the previous year, without naphtha and bunkers.
  package let productNetImports: Double
  /// Days of that year.
  package let daysInYear: Int
  /// Naphtha yield of primary oil: 0.04 unless a country's actual yield is above 0.07.
  package let naphthaYield: Double

  /// Makes an account.
  package init(
    primary: Double, products: Products, primaryNetImports: Double, productNetImports: Double,
    daysInYear: Int, naphthaYield: Double = 0.04
  ) {
    precondition(daysInYear > 0, "OilStocks: a year of \(daysInYear) days")
    precondition((0..<1).contains(naphthaYield), "OilStocks: naphtha yield \(naphthaYield)")
    self.primary = primary
    self.products = products
    self.primaryNetImports = primaryNetImports
    self.productNetImports = productNetImports
    self.daysInYear = daysInYear
    self.naphthaYield = naphthaYield
  }

  /// [NI_primary · (1 − naphtha yield) + 1.065 · NI_products] / days, units a day of crude equivalent.
  package var dailyNetImports: Double {
    (primaryNetImports * (1 - naphthaYield) + 1.065 * productNetImports) / Double(daysInYear)
  }

  /// 0.9 · [primary · (1 − naphtha yield) + products in crude equivalent]; a tenth is unavailable.
  package var reserves: Double {
    0.9 * (primary * (1 - naphthaYield) + products.crudeEquivalent)
  }

  /// Cover in days of net imports; a net exporter's lasts for ever.
  package var cover: StockCover {
    StockCover(stock: reserves, perDay: max(0, dailyNetImports), .netImports)
  }

  /// Whether the obligation of 90 days is met; a net exporter has none.
  package var meetsObligation: Bool { cover.days.map { $0 >= 90 } ?? true }
}
