/// What a lever does to the model, in the model's primitives; cells are named, not yet numbered.
///
/// The engine, the prices and the report know these alone, never a lever.
package enum Effect: Sendable, Hashable {
  /// Links carry less: openness λ falls.
  case open(Blockage)
  /// A chokepoint lets another share pass, or later.
  case gate(GateChange)
  /// States let a part of what they block on links pass.
  case permit(Permit)
  /// What links carry arrives later.
  case wait(Waiting)
  /// Producers can make less, or more.
  case cap(CapacityChange)
  /// Supply comes from other origins: shares T change.
  case share(ShareChange)
  /// Users need less of a commodity.
  case use(UseSaving)
  /// Stocks are larger, or are released.
  case stock(StockChange)
  /// Some are served first.
  case rank(Ranking)
  /// Prices change, or someone pays.
  case money(MoneyChange)
  /// Final demand changes.
  case demand(DemandChange)

  /// The commodity on whose links, users, stocks or price it acts; nil: it acts on the table.
  package var commodity: Int? {
    switch self {
    case .open(let blockage): blockage.links.product.commodity
    case .gate(let change): change.commodity
    case .permit(let permit): permit.links.product.commodity
    case .wait(let waiting): waiting.links.product.commodity
    case .share(.set(let share)): share.commodity
    case .share(.move(let move)): move.commodity
    case .share(.hold(let hold)): hold.commodity
    case .use(let saving): saving.commodity
    case .stock(let change): change.commodity
    case .rank(let ranking): ranking.commodity
    case .money(.commodity(let index, _, _)), .money(.base(let index, _)): index
    case .money(.floor(let floor)): floor.commodity
    case .money(.cost(let payment)): payment.commodity
    case .cap(.origins(let loss)): loss.commodity
    case .cap(.growth(let growth)): growth.commodity
    case .cap(.nodes), .demand, .money(.imports), .money(.swap), .money(.shield): nil
    }
  }

  /// Origins that it brings into a commodity's supply, `stage` nil for what importers buy; they may be new
  /// to its files.
  package func origins(at stage: Int? = nil) -> [Partner] {
    switch self {
    case .share(.set(let share)) where stage == nil: [share.origin]
    case .share(.move(let move)) where move.stage == stage: move.to.map { $0.origin }
    case .cap(.growth(let growth)) where growth.stage == stage: [growth.origin]
    default: []
    }
  }
}
