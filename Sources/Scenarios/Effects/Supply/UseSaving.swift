/// Primitive `use`: an importer's users need a share less of a commodity; several leave what multiplies.
package struct UseSaving: Sendable, Hashable {
  /// How the saving moves from day to day.
  package enum Course: Sendable, Hashable {
    /// A share of use in full force.
    case level(Double)
    /// 1 − (1 − rate)^(days since/365): use per unit of output falls by a share a year, and by another
    /// share at once when `after` days have gone.
    case yearly(rate: Double, step: Double, after: Double)
  }

  /// Index into the commodity catalogue.
  package let commodity: Int
  /// The importer.
  package let importer: Partner
  /// Sectors of the table whose users save; nil: all.
  package let sectors: [Int]?
  /// How much.
  package let course: Course
  /// Whether what is saved is done without, so that its products are lost to those who want them.
  package let isForgone: Bool
  /// Share of the output with what is saved that is lost with it, 0 to 1.
  package let quality: Double
  /// Whose sales had fallen on the first day by what was saved before it.
  package let displaced: Displaced
  /// When.
  package let window: Window

  /// Makes a saving.
  package init(
    commodity: Int, importer: Partner, sectors: [Int]? = nil, course: Course, isForgone: Bool,
    quality: Double = 0, displaced: Displaced = .proRata, window: Window
  ) {
    self.quality = quality
    self.displaced = displaced
    self.commodity = commodity
    self.importer = importer
    self.sectors = sectors
    self.course = course
    self.isForgone = isForgone
    self.window = window
  }

  /// Makes a restraint: a share of use is given up at once.
  package init(commodity: Int, importer: Partner, share: Double, window: Window) {
    self.init(
      commodity: commodity, importer: importer, course: .level(share), isForgone: true,
      window: window)
  }
}
