/// Which requests are let in: those that a page of this server makes, from this machine.
///
/// A name that another site points to this machine (DNS rebinding) is no host of ours, and a page of another
/// site has another origin.
struct Gate: Sendable {
  /// Why a request is turned away, as a status of HTTP.
  enum Refusal: Int, Sendable {
    /// Another origin, or one that hides.
    case forbidden = 403
    /// Nothing lies there.
    case missing = 404
    /// Not what this address takes.
    case method = 405
    /// More than any page sends.
    case large = 413
    /// Not JSON.
    case format = 415
    /// Another host.
    case misdirected = 421
  }

  /// What of a request decides.
  struct Request: Sendable {
    var method: String
    var path: String
    var host: String?
    var origin: String?
    var site: String?
    var type: String?
    var length: Int?
  }

  /// Largest body of a request, bytes.
  static let most = 1 << 18
  /// The port that is served.
  let port: Int

  private var hosts: [String] { ["127.0.0.1:\(port)", "localhost:\(port)"] }

  /// Why a request is turned away; nil: it is let in.
  func refusal(_ request: Request) -> Refusal? {
    guard let host = request.host?.lowercased(), hosts.contains(host) else { return .misdirected }
    // A link on another site may open the page; it may ask for nothing.
    let isOpening = request.method == "GET" && request.path == "/"
    if let origin = request.origin, !hosts.contains(where: { origin == "http://\($0)" }) {
      return .forbidden
    }
    if let site = request.site, site != "same-origin", site != "none", !isOpening {
      return .forbidden
    }
    guard let address = Address(rawValue: request.path) else { return .missing }
    guard address.method == request.method else { return .method }
    guard request.method == "POST" else { return (request.length ?? 0) > 0 ? .large : nil }
    guard request.type?.lowercased().hasPrefix("application/json") == true else { return .format }
    // A body of unknown length is one that a page does not send.
    guard let length = request.length, length <= Self.most else { return .large }
    return nil
  }
}

/// The addresses that are served, and nothing else.
enum Address: String, Sendable, CaseIterable {
  case page = "/"
  case style = "/explorer.css"
  case script = "/explorer.js"
  case state = "/state.js"
  case asking = "/asking.js"
  case sending = "/sending.js"
  case changes = "/changes.js"
  case controls = "/controls.js"
  case results = "/results.js"
  case pictures = "/pictures.js"
  case charts = "/charts.js"
  case saving = "/saving.js"
  case words = "/words.js"
  case icon = "/favicon.svg"
  case scenario = "/api/scenario"
  case run = "/api/run"

  /// The method that it takes.
  var method: String { self == .run ? "POST" : "GET" }
}
