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
  /// Opacity of a fan's shades: where two of them meet it is darker.
  static let fanOpacity = 0.22
  /// Tiles and cells without a value.
  static let blank = "#f3f3f3"
  /// Words of lesser weight.
  static let quiet = "#555555"

  /// Fill of a share of the largest loss and the colour of words on it (ColorBrewer YlOrRd, nine steps);
  /// a gain is blue.
  static func shade(_ share: Double) -> (fill: String, ink: String) {
    if share < 0 { return ("#c6dbef", "#222222") }
    let step = min(shades.count - 1, Int(share * Double(shades.count)))
    return (shades[step], step < 6 ? "#222222" : "#ffffff")
  }

  private static let shades = [
    "#ffffcc", "#ffeda0", "#fed976", "#feb24c", "#fd8d3c", "#fc4e2a", "#e31a1c", "#bd0026",
    "#800026",
  ]
  private static let colours = [
    "#0072B2", "#D55E00", "#009E73", "#CC79A7", "#000000", "#E69F00", "#56B4E9",
  ]
  private static let dashes = ["", "7 4", "2 4", "10 4 2 4"]
}
