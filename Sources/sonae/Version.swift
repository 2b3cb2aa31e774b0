/// The program's version; every machine-read file names it.
enum Version {
  static let current = "0.1.0"
}
