/// A distribution as a file writes it: `name(argument, …)`.
struct DistributionText {
  /// The name before the bracket.
  let name: Name
  /// What stands between the commas, without blanks around.
  let arguments: [String]

  /// Distributions by their names in files.
  enum Name: String, CaseIterable {
    case uniform, loguniform, triangular, pert, normal, lognormal, beta, discrete, empirical

    /// Numbers of arguments that it takes; nil: one or more.
    var counts: [Int]? {
      switch self {
      case .uniform, .loguniform, .empirical: [2]
      case .triangular, .pert: [3]
      case .normal, .lognormal: [2, 4]
      case .beta: [4]
      case .discrete: nil
      }
    }

    /// How it is written.
    var form: String {
      switch self {
      case .uniform: "uniform(low, high)"
      case .loguniform: "loguniform(low, high)"
      case .triangular: "triangular(low, mode, high)"
      case .pert: "pert(low, mode, high)"
      case .normal: "normal(mean, deviation[, low, high])"
      case .lognormal: "lognormal(median, deviation of the logarithm[, low, high])"
      case .beta: "beta(alpha, beta, low, high)"
      case .discrete: "discrete(value: weight, …)"
      case .empirical: "empirical(file.csv, column)"
      }
    }
  }

  /// Every form, for readers.
  static let all = Name.allCases.map { $0.form }.joined(separator: "; ")

  /// Nil if a text is no distribution, or has the wrong number of arguments.
  init?(_ text: String) {
    guard let open = text.firstIndex(of: "("), text.last == ")",
      let name = Name(rawValue: String(text[..<open]))
    else { return nil }
    let inner = text[text.index(after: open)..<text.index(before: text.endIndex)]
    let arguments = inner.split(separator: ",", omittingEmptySubsequences: false).map {
      trimmed($0)
    }
    guard name.counts?.contains(arguments.count) ?? true, arguments.allSatisfy({ !$0.isEmpty })
    else { return nil }
    self.name = name
    self.arguments = arguments
  }
}
