/// Colours that the colour-blind tell apart (Okabe and Ito 2008), darkest first for print in grey.
enum SVGPalette {
  /// The colour of a series by its number.
  static func colour(_ index: Int) -> String { colours[index % colours.count] }

  /// The dashes of a series by its number: whole lines first, so that no two look alike.
  static func dash(_ index: Int) -> String { dashes[index / colours.count % dashes.count] }

  /// Lines of the grid.
  static let grid = "#dddddd"
  /// Axes, and strokes from a line to its label.
  static let axis = "#777777"
  /// Shaded stretches: where two of them meet the shade is darker.
  static let shade = (colour: "#000000", opacity: 0.06)
  /// Words of lesser weight.
  static let quiet = "#555555"

  private static let colours = [
    "#0072B2", "#D55E00", "#009E73", "#CC79A7", "#000000", "#E69F00", "#56B4E9",
  ]
  private static let dashes = ["", "7 4", "2 4", "10 4 2 4"]
}
