internal import Diagnostics

/// Finds what is wrong with a template beside the report that it is to show.
struct TemplateCheck {
  private let data: TemplateValue
  private var open: [(tag: TemplateTag, inside: TemplateValue?)] = []
  private(set) var mistakes: [Diagnostic] = []

  /// Goes through all tags.
  init(_ tags: [TemplateTag], of data: TemplateValue) {
    self.data = data
    for tag in tags { take(tag) }
    for section in open { add(.openSection(section.tag.name), section.tag) }
  }

  private mutating func take(_ tag: TemplateTag) {
    switch tag.kind {
    case .comment: break
    case .other(let mark): add(.unused(String(mark)), tag)
    case .value: _ = value(of: tag)
    case .section: open.append((tag, value(of: tag)?.inside))
    // Where there is nothing, nothing is inside.
    case .inverted:
      _ = value(of: tag)
      open.append((tag, nil))
    case .end:
      if open.last?.tag.name == tag.name {
        open.removeLast()
      } else {
        add(.wrongEnd(tag.name, open: open.last?.tag.name), tag)
      }
    }
  }

  /// What a tag's name stands for, from the innermost section outwards; says where there is nothing.
  private mutating func value(of tag: TemplateTag) -> TemplateValue? {
    let around = open.reversed().compactMap { $0.inside } + [data]
    if tag.name == "." { return around.first }
    var steps = tag.name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)[
      ...]
    let first = steps.popFirst() ?? ""
    var found = around.lazy.compactMap { $0[first] }.first
    var names = around.flatMap { $0.names }
    var path = first
    while let step = steps.popFirst(), let value = found {
      names = value.names.map { path + "." + $0 }
      path += "." + step
      found = value[step]
    }
    if found == nil { add(.unknown(tag.name, suggestion: nearest(tag.name, in: names)), tag) }
    return found
  }

  private mutating func add(_ problem: TemplateProblem, _ tag: TemplateTag) {
    mistakes.append(Diagnostic(.error, problem, at: tag.place))
  }
}
