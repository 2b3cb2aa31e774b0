import Files

/// Style, script and policy of pages: the same bytes in each.
enum PageAssets {
  /// Runs this script and this style, and nothing else.
  static let policy =
    "default-src 'none'; style-src 'sha256-\(digest(style))'; script-src 'sha256-\(digest(script))';"
    + " base-uri 'none'; form-action 'none'"

  private static func digest(_ text: String) -> String { sha256Base64(Array(text.utf8)) }

  /// The style: screen, narrow screens, dark rooms left alone, print on A4 and on slides.
  static let style = """

    :root { color-scheme: light; --ink: #1a1a1a; --quiet: #555; --line: #d5d5d5; --tint: #f4f6f8;
      --blue: #00527f; }
    * { box-sizing: border-box; }
    body { margin: 0; color: var(--ink); background: #fff; line-height: 1.5; font-family: 'Noto Sans',
      'Noto Sans CJK JP', 'Noto Sans JP', 'Yu Gothic', 'Hiragino Sans', Meiryo, sans-serif; }
    main { max-width: 75rem; margin: 0 auto; padding: 1rem 1.5rem 3rem; }
    main:lang(ja) { line-height: 1.7; }
    article + article { border-top: 3px solid var(--ink); margin-top: 3rem; }
    h1 { font-size: 1.7rem; line-height: 1.25; margin: 1rem 0 .25rem; }
    h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
    .lead, .note { color: var(--quiet); }
    .note { font-size: .82rem; margin: .25rem 0; }
    .findings { background: var(--tint); border-left: 5px solid var(--blue); padding: .25rem 1.25rem;
      margin: 1rem 0; }
    .findings h2 { margin: .75rem 0 .25rem; }
    .findings li { margin: .5rem 0; }
    .warnings, .assumptions { font-size: .88rem; color: var(--quiet); overflow-wrap: anywhere; }
    .warnings h2, .assumptions h2 { color: var(--ink); }
    ul { padding-left: 1.2rem; margin: .5rem 0; }
    nav { max-width: 75rem; margin: 0 auto; padding: .75rem 1.5rem 0; text-align: right; }
    nav.contents { padding: .5rem 0; text-align: left; font-size: .9rem; }
    nav.contents a { margin-right: 1rem; white-space: nowrap; display: inline-block; }
    a { color: var(--blue); }
    button { font: inherit; color: var(--blue); background: #fff; border: 1px solid var(--blue);
      padding: .2rem .8rem; cursor: pointer; }
    button[aria-pressed="true"] { color: #fff; background: var(--blue); }
    :focus-visible { outline: 3px solid #b34700; outline-offset: 2px; }
    figure { margin: 1.5rem 0; }
    figure svg { width: 100%; height: auto; display: block; }
    .scroll { overflow-x: auto; }
    table { border-collapse: collapse; width: 100%; font-size: .88rem; }
    th, td { text-align: left; vertical-align: top; padding: .3rem .6rem; border-bottom: 1px solid
      var(--line); }
    thead th { vertical-align: bottom; border-bottom: 2px solid var(--ink); line-height: 1.25; }
    tbody th { font-weight: normal; min-width: 9rem; }
    code { font-size: .92em; background: var(--tint); }
    .number { text-align: right; font-variant-numeric: tabular-nums; }
    td.number { white-space: nowrap; }
    thead button { all: unset; cursor: pointer; }
    thead button:focus-visible { outline: 3px solid #b34700; }
    thead button::after { content: " \\2195"; color: #767676; }
    [aria-sort="ascending"] button::after { content: " \\2191"; color: var(--ink); }
    [aria-sort="descending"] button::after { content: " \\2193"; color: var(--ink); }
    [hidden] { display: none; }
    @media print {
      nav { display: none; }
      main { max-width: none; padding: 0; }
      body { font-size: 10pt; }
      thead button::after { content: ""; }
      .scroll { overflow: visible; }
      table { font-size: 8pt; }
      thead { display: table-header-group; }
      tr, figure, .findings li { break-inside: avoid; }
      h2 { break-after: avoid; }
      @page { margin: 15mm; }
    }
    @media print and (min-aspect-ratio: 4/3) {
      body { font-size: 12pt; }
      figure, section { break-before: page; }
      .findings { break-before: auto; }
      figure svg { max-height: 95vh; }
    }

    """

  /// The script: the switch of languages, and columns that sort at a press.
  static let script = """

    'use strict';
    const mains = [...document.querySelectorAll('main')];
    const buttons = [...document.querySelectorAll('[data-language]')];
    const show = language => {
      for (const main of mains) {
        main.hidden = main.lang !== language;
        if (!main.hidden) {
          document.title = main.dataset.title;
          document.documentElement.lang = language;
        }
      }
      for (const button of buttons) {
        button.setAttribute('aria-pressed', button.dataset.language === language);
      }
    };
    for (const button of buttons) {
      button.addEventListener('click', () => show(button.dataset.language));
    }
    const compare = (a, b, place, isNumber, sign) => {
      const [x, y] = [a.cells[place], b.cells[place]];
      if (!isNumber) return sign * x.textContent.localeCompare(y.textContent, x.closest('main').lang);
      const [p, q] = [x.dataset.value, y.dataset.value];
      if (p === undefined || q === undefined) return (p === undefined) - (q === undefined);
      return sign * (Number(p) - Number(q));
    };
    for (const table of document.querySelectorAll('table')) {
      const heads = [...table.tHead.rows[0].cells];
      heads.forEach((head, place) => {
        const button = document.createElement('button');
        button.type = 'button';
        button.textContent = head.textContent;
        head.replaceChildren(button);
        head.setAttribute('aria-sort', 'none');
        const isNumber = head.classList.contains('number');
        button.addEventListener('click', () => {
          const first = isNumber ? 'descending' : 'ascending';
          const second = isNumber ? 'ascending' : 'descending';
          const order = head.getAttribute('aria-sort') === first ? second : first;
          for (const other of heads) other.setAttribute('aria-sort', 'none');
          head.setAttribute('aria-sort', order);
          const sign = order === 'ascending' ? 1 : -1;
          const rows = [...table.tBodies[0].rows];
          rows.sort((a, b) => compare(a, b, place, isNumber, sign));
          table.tBodies[0].append(...rows);
        });
      });
    }

    """
}
