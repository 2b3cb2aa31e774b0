/// A text that LaTeX sets as it is.
package func escapedLaTeX(_ text: String) -> String {
  var shown = ""
  var last: Character?
  for character in oneLine(text) {
    // Two hyphens would become a dash, two apostrophes a quotation mark.
    if let last, last == character, "-'".contains(character) { shown += "{}" }
    shown += replacements[character] ?? String(character)
    last = character
  }
  return shown
}

private let replacements: [Character: String] = [
  "\\": "\\textbackslash{}", "{": "\\{", "}": "\\}", "#": "\\#", "$": "\\$", "%": "\\%",
  "&": "\\&", "_": "\\_", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}", "<": "$<$",
  ">": "$>$", "|": "$|$", "[": "{[}", "]": "{]}", "\"": "{\\textquotedbl}",
  "`": "\\textasciigrave{}", "−": "$-$", "—": "---", "–": "--", "\u{A0}": "~",
  // Letters that the usual text fonts lack.
  "Δ": "$\\Delta$", "Σ": "$\\Sigma$", "ψ": "$\\psi$", "κ": "$\\kappa$", "λ": "$\\lambda$",
  "₀": "$_0$", "₁": "$_1$", "→": "$\\to$", "≥": "$\\ge$", "≤": "$\\le$",
]
