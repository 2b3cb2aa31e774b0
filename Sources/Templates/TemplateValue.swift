internal import Mustache

/// What a name of a template stands for.
indirect enum TemplateValue {
  /// Words or a document's part, safe as they are.
  case text(String)
  /// What stands one after another, each of the same shape as `like`, which is known though there be none.
  case list([TemplateValue], like: TemplateValue)
  /// Named values.
  case record([String: TemplateValue])
  /// What this report has not and others have: nothing, whatever is asked of it.
  case absent

  /// The value as the renderer takes it.
  var rendered: Any {
    switch self {
    case .text(let text): Shown(renderText: text)
    case .list(let values, _): values.map { $0.rendered }
    case .record(let members): members.mapValues { $0.rendered }
    case .absent: [Any]()
    }
  }

  /// What stands inside a section of this value.
  var inside: TemplateValue { if case .list(_, let like) = self { like } else { self } }

  /// A member; nil if there is none of the name.
  subscript(name: String) -> TemplateValue? {
    switch self {
    case .record(let members): members[name]
    case .absent: .absent
    case .text, .list: nil
    }
  }

  /// Names of members.
  var names: [String] {
    if case .record(let members) = self { members.keys.sorted() } else { [] }
  }
}

/// Words that are safe as they are, whether two or three braces ask for them.
private struct Shown: MustacheCustomRenderable {
  let renderText: String
  var isNull: Bool { renderText.isEmpty }
}
