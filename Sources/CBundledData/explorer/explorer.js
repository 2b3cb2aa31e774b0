// The page: what is changed, what is asked of the program, and what is shown of its answers.
import { bars, dayName, lines, tiles } from './charts.js';
import { both, say, setLanguage } from './words.js';

const $ = id => document.getElementById(id);
const page = crypto.randomUUID();
let opening, answer, ghost, language, region = '', changes = new Map(), saved = new Map();
let past = [], future = [], lastEdit = { path: '', at: 0 }, structure = '', messages = [];

function make(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) made.addEventListener(key.slice(2), value);
    else if (key in made && key !== 'list') made[key] = value;
    else made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

// ---- Asking

async function ask(extent, some = changes) {
  // What is inside an entry that is off has nothing to change.
  const off = [...some].filter(([, value]) => value === 'off').map(([path]) => path + '.');
  const list = [...some].filter(([path]) => !off.some(o => path.startsWith(o))).map(([path, value]) => ({ path, value }));
  const response = await fetch('/api/run', {
    method: 'POST', headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ page, changes: list, extent, language }),
  });
  if (response.status === 204) return null;
  const found = await response.json();
  if (response.status === 422) return { messages: found.messages };
  if (!response.ok) throw new Error(response.statusText);
  return found;
}

let asking = false, again = false, turn = 0, timer;

// One quick question at a time; the latest changes win. The whole answer follows when the hand rests.
async function refresh() {
  clearTimeout(timer);
  turn++;
  if (asking) { again = true; return; }
  asking = true;
  setState('loading');
  try {
    do {
      again = false;
      take(await ask('quick'));
    } while (again);
    const mine = turn;
    if (!messages.length) timer = setTimeout(() => complete(mine), 600);
  } catch { fail(); }
  asking = false;
}

async function complete(mine) {
  try {
    const found = await ask('full');
    if (found && mine === turn) take(found);
  } catch { if (mine === turn) fail(); }
}

function take(found) {
  if (!found) return;
  messages = found.messages ?? [];
  if (!found.messages) {
    answer = found;
    if (!ghost || (!ghost.pinned && !changes.size)) ghost = { ...found, pinned: false };
  }
  setState(messages.length ? 'refused' : answer.extent);
  render();
}

function fail() {
  messages = [];
  setState('lost');
}

function setState(state) {
  document.body.dataset.state = state;
  $('state').textContent = say(state);
}

// ---- Changing

function original(path) {
  for (const group of opening.groups) {
    if (group.path === path) return group.is_off ? 'off' : 'on';
    for (const control of group.controls) if (control.path === path) return control.value;
  }
}

function valueOf(control) { return changes.get(control.path) ?? control.value; }

function change(path, value) {
  const now = Date.now();
  if (lastEdit.path !== path || now - lastEdit.at > 800) { past.push(new Map(changes)); future = []; }
  lastEdit = { path, at: now };
  if (value === null || value === original(path)) changes.delete(path); else changes.set(path, value);
  changed();
}

function changed() {
  writeHash();
  update();
  refresh();
}

function travel(from, to) {
  if (!from.length) return;
  to.push(new Map(changes));
  changes = from.pop();
  lastEdit = { path: '', at: 0 };
  changed();
}

function writeHash() {
  const words = new URLSearchParams({ lang: language });
  if (region) words.set('region', region);
  for (const [path, value] of changes) words.append(path, value);
  history.replaceState(null, '', '#' + words);
}

function readHash() {
  const words = new URLSearchParams(location.hash.slice(1));
  changes = new Map([...words].filter(([path]) => path !== 'lang' && path !== 'region'));
  language = ['en', 'ja'].includes(words.get('lang')) ? words.get('lang') : opening.language;
  region = words.get('region') ?? region;
}

// ---- Controls

function groupsNow() {
  // An entry that is off still shows what it would be.
  return (answer?.groups ?? opening.groups).map(group => group.is_off
    ? { ...(opening.groups.find(g => g.path === group.path) ?? group), is_off: true } : group);
}

function groupName(group) {
  const list = group.path.match(/^(shocks|responses|baseline)\[(\d+)\]/);
  if (!list) return say(group.path === 'model' ? 'model' : 'top');
  return `${say(list[1])} ${Number(list[2]) + 1}`;
}

function renderControls() {
  const groups = groupsNow();
  const shape = language + groups.map(g => g.path + g.kind + g.is_off + g.controls.map(c => c.path + c.kind + c.suffix)).join();
  if (shape === structure) return update();
  const isFirst = !structure;
  structure = shape;
  const open = new Set([...document.querySelectorAll('#groups details[open]')].map(d => d.dataset.path));
  const focus = document.activeElement?.id;
  $('groups').replaceChildren(...groups.map(group => {
    const inside = make('div');
    if (group.is_entry) {
      const box = make('input', {
        type: 'checkbox', id: 'on ' + group.path, checked: !group.is_off, disabled: original(group.path) === 'off',
        onchange: event => change(group.path, event.target.checked ? null : 'off'),
      });
      inside.append(make('label', { className: 'switch' }, box, say('on')));
    }
    if (group.source) inside.append(make('p', { className: 'source' }, group.source));
    if (!group.is_off) inside.append(...group.controls.map(row));
    const summary = make('summary', {}, groupName(group), ' ', make('small', {}, group.is_entry ? [group.kind, ...about(group)].join(' · ') : ''));
    return make('details', {
      open: isFirst ? innerWidth < 992 ? group.path === 'shocks[0]' : /^shocks|^responses/.test(group.path) : open.has(group.path), 'data-path': group.path,
    }, summary, inside);
  }));
  if (focus) $(focus)?.focus();
  update();
}

// What tells entries of one kind apart: names, not numbers.
function about(group) {
  return group.controls.filter(c => ['chokepoint', 'commodity', 'exporter', 'importer', 'nodes', 'country'].includes(c.name))
    .map(c => c.value).concat(group.controls.filter(c => c.name.startsWith('holders ')).map(c => c.name.slice(8)).join(' ')).filter(Boolean);
}

function row(control) {
  const id = control.path, help = 'help ' + id;
  const shared = { 'data-path': id, 'aria-describedby': help };
  const head = make('div', { className: 'head' }, make('label', { htmlFor: id }, control.name));
  const all = make('div', { className: 'control', 'data-row': id }, head);
  const put = text => change(id, text);
  const write = number => put(control.prefix + number + control.suffix);
  if (control.kind === 'number') {
    if (control.words.length) {
      head.append(make('select', {
        ...shared, 'data-part': 'word', 'aria-label': `${control.name}: ${say('value')} / ${control.words.join(' / ')}`,
        onchange: event => event.target.value ? put(event.target.value) : write(control.number ?? control.start),
      }, make('option', { value: '' }, say('value')), ...control.words.map(w => make('option', { value: w }, w))));
    }
    head.append(make('input', { ...shared, id, type: 'number', step: 'any', onchange: event => event.target.value && write(event.target.value) }),
      make('span', { className: 'unit' }, control.suffix.trim()));
    all.append(make('input', {
      ...shared, type: 'range', 'data-part': 'slide', min: control.low, max: control.high, step: 'any', 'aria-label': `${control.name} ${control.suffix}`,
      oninput: event => write(snap(Number(event.target.value), control)),
      onkeydown: event => {
        const move = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -10, PageUp: 10 }[event.key];
        if (!move) return;
        event.preventDefault();
        write(snap(Number(event.target.value) + move * control.step, control));
      },
    }));
  } else if (control.kind === 'choice') {
    head.append(make('select', { ...shared, id, onchange: event => put(event.target.value) }, ...control.words.map(w => make('option', { value: w }, w))));
  } else if (control.kind === 'flag') {
    head.append(make('input', { ...shared, id, type: 'checkbox', onchange: event => put(String(event.target.checked)) }));
  } else {
    head.append(make('input', { ...shared, id, type: control.kind === 'date' ? 'date' : 'text', onchange: event => event.target.value && put(event.target.value) }));
  }
  const first = original(id);
  head.append(make('button', { type: 'button', hidden: true, 'data-part': 'back', title: `${say('back')} ${first}`, 'aria-label': `${control.name}: ${say('back')} ${first}`, onclick: () => change(id, null) }, '↺'));
  all.append(make('p', { className: 'help', id: help }, [both(control.meaning), both(control.limits)].filter(Boolean).join('. ').replaceAll('`', '')));
  return all;
}

function snap(number, control) {
  const to = Math.round(number / control.step) * control.step;
  return Number(Math.min(control.high, Math.max(control.low, to)).toPrecision(12));
}

// Puts values into the controls as they are, without building them again.
function update() {
  $('undo').disabled = !past.length;
  $('redo').disabled = !future.length;
  $('reset').disabled = !changes.size;
  const wrong = new Set(messages.map(m => m.path));
  for (const group of groupsNow()) for (const control of group.controls) {
    const place = document.querySelector(`[data-row="${CSS.escape(control.path)}"]`);
    if (!place) continue;
    const text = valueOf(control);
    place.classList.toggle('changed', changes.has(control.path));
    place.querySelector('[data-part=back]').hidden = !changes.has(control.path);
    for (const input of place.querySelectorAll('[data-path]')) {
      input.setAttribute('aria-invalid', wrong.has(control.path));
      const part = input.dataset.part;
      if (control.kind === 'number') {
        const number = parseFloat(text.slice(control.prefix.length)), isWord = control.words.includes(text);
        if (part === 'word') input.value = isWord ? text : '';
        else if (part === 'slide') { input.value = isWord ? control.start : number; input.setAttribute('aria-valuetext', text); }
        else if (input !== document.activeElement || isWord) input.value = isWord ? '' : number;
      } else if (control.kind === 'flag') input.checked = text === 'true';
      else input.value = text;
    }
  }
  for (const group of groupsNow()) {
    const box = $('on ' + group.path);
    if (box) box.checked = (changes.get(group.path) ?? original(group.path)) !== 'off';
  }
}

// ---- Results

function render() {
  document.documentElement.lang = language;
  for (const place of document.querySelectorAll('[data-word]')) place.textContent = say(place.dataset.word);
  $('language').textContent = say('other');
  $('language').lang = language === 'en' ? 'ja' : 'en';
  $('state').textContent = say(document.body.dataset.state);
  $('problems').replaceChildren(...messages.map(m => make('p', {},
    make('strong', {}, m.path ?? (m.line ? `${m.file}:${m.line}:${m.column}` : '')), ' ', both(m.message), m.help ? ` — ${both(m.help)}` : '')));
  renderControls();
  if (!answer) return;
  const { report } = answer;
  $('title').textContent = document.title = titleNow();
  $('subtitle').textContent = both(report.subtitle);
  if (!answer.shown.includes(region) && !opening.regions.some(r => r.code === region)) region = answer.shown[0];
  $('region').replaceChildren(...opening.regions.map(r => make('option', { value: r.code }, both(r.name))));
  $('region').value = region;
  for (const part of ['findings', 'warnings', 'assumptions']) {
    $(part).replaceChildren(...(report[part].length ? report[part].map(t => make('li', {}, both(t))) : [make('li', {}, say('none'))]));
  }
  $('command').textContent = answer.command;
  renderFigures();
  renderCharts();
  renderTables();
}

// A changed scenario says so wherever its title stands: the file's title may name what was changed.
function titleNow() {
  const count = answer.changes;
  return both(answer.report.title) + (count ? ` (${say('changes')}: ${count})` : '');
}

function renderFigures() {
  const now = answer.figures.find(f => f.region === region), then = ghost?.figures.find(f => f.region === region);
  $('figures').replaceChildren(...(now?.figures ?? []).map(figure => {
    const before = then?.figures.find(f => f.key === figure.key);
    return make('div', { 'data-figure': figure.key }, make('dt', {}, both(figure.name)),
      make('dd', {}, figure.text, make('small', {}, before && before.text !== figure.text && before.value !== null ? `${say('before')} ${before.text}` : ' ')));
  }));
}

function percent(value) {
  if (value === null || value === undefined) return '—';
  const size = Math.abs(value * 100);
  if (size === 0) return '0%';
  if (size < 0.001) return (value < 0 ? '>−' : '<') + '0.001%';
  return (value < 0 ? '−' : '') + (size >= 100 ? size.toFixed(0) : size >= 0.1 ? size.toFixed(2) : size.toFixed(3)) + '%';
}

function money(value) {
  if (value === null) return '—';
  const size = Math.abs(value);
  return (value < 0 ? '−' : '') + (size >= 1000 ? Math.round(size).toLocaleString('en') : Number(size.toPrecision(3)));
}

const nameOf = (list, code) => both(opening[list].find(x => x.code === code)?.name ?? { en: code, ja: code });

function renderCharts() {
  const width = Math.max(280, Math.min(720, (document.querySelector('.chart')?.clientWidth ?? $('charts').clientWidth) - 24));
  const base = answer.cases[0], then = ghost?.cases[0];
  const same = ghost && ghost.command !== answer.command;
  const inRegion = list => list.filter(c => c.region === region);
  const ghostOf = (list, key, find) => same ? list?.find(find)?.[key] : undefined;
  const days = (title, sub, series, options) => ({ title, sub, series, draw: read => lines(width, say(title), { series, start: answer.start, ...options }, read) });
  const gdp = new Map(answer.summary.regions.map(r => [r.region, r.value_added_loss_share_of_gdp]));
  const gdpThen = new Map(ghost?.summary.regions.map(r => [r.region, r.value_added_loss_share_of_gdp]));
  const outputs = base.output.filter(o => o.values.length);
  const goods = inRegion(base.commodities);
  const list = [
    outputs.length && days('output', 'outputSub', outputs.slice(0, 7).map(o => ({ name: nameOf('regions', o.region), values: o.values, ghost: ghostOf(then?.output, 'values', g => g.region === o.region) })), { percent: 'share' }),
    goods.some(c => c.price) && days('price', 'priceSub', goods.filter(c => c.price).map(c => ({ name: nameOf('commodities', c.commodity), values: c.price, ghost: ghostOf(then?.commodities, 'price', g => g.region === region && g.commodity === c.commodity) })), { percent: 'change' }),
    goods.length && days('cover', 'coverSub', goods.map(c => ({ name: nameOf('commodities', c.commodity), values: c.cover, ghost: ghostOf(then?.commodities, 'cover', g => g.region === region && g.commodity === c.commodity) })), {}),
    barChart('byRegion', 'lossSub', answer.shown.map(code => ({ name: nameOf('regions', code), value: gdp.get(code), ghost: same ? gdpThen.get(code) : null })), percent, width),
    sectorChart(width, same),
    { title: 'map', sub: 'lossSub', rows: opening.regions.map(r => ({ name: both(r.name), value: gdp.get(r.code) })),
      draw: () => tiles(width, say('map'), { text: percent, chosen: region, choose: chooseRegion, places: opening.regions.map(r => ({ ...r, name: both(r.name), value: gdp.get(r.code) ?? null })) }) },
    answer.cases.length > 1 && days('cases', 'casesSub', answer.cases.map(c => ({ name: c.name ?? say('given'), values: c.output.find(o => o.region === region)?.values ?? [] })).filter(s => s.values.length), { percent: 'share' }),
    budgetChart(width, same),
  ].filter(chart => chart && (chart.series ?? chart.rows).length);
  const focused = document.activeElement?.closest?.('.chart')?.dataset.chart;
  $('charts').replaceChildren(...list.map(figure));
  if (focused) document.querySelector(`[data-chart=${focused}] svg, [data-chart=${focused}] [aria-pressed=true]`)?.focus();
}

function barChart(title, sub, rows, text, width) {
  return { title, sub, rows, draw: () => bars(width, say(title), { rows, text }) };
}

function sectorChart(width, same) {
  const prefix = region + opening.separator;
  const then = new Map((same ? ghost.summary.nodes : []).map(n => [n.node, n.value_added_loss]));
  const rows = answer.summary.nodes.filter(n => (opening.regions.length === 1 || n.node.startsWith(prefix)) && n.value_added_loss !== null)
    .sort((a, b) => b.value_added_loss - a.value_added_loss).slice(0, 10)
    .map(n => ({ name: nameOf('sectors', opening.regions.length === 1 && !n.node.startsWith(prefix) ? n.node : n.node.slice(prefix.length)), value: n.value_added_loss, ghost: then.get(n.node) ?? null }));
  return { ...barChart('bySector', 'sectorSub', rows, money, width), note: `${nameOf('regions', region)}, ${answer.summary.economy.money_unit}` };
}

function budgetChart(width, same) {
  const sums = list => (list ?? []).reduce((sum, b) => sum.set(b.payer, (sum.get(b.payer) ?? 0) + b.cost), new Map());
  const now = sums(answer.summary.budget), then = same ? sums(ghost.summary.budget) : new Map();
  const rows = [...now].map(([payer, value]) => ({ name: payerName(payer), value, ghost: then.get(payer) ?? null }));
  return { ...barChart('budget', 'budget', rows, money, width), note: answer.summary.ledger_money_unit };
}

// `government:JPN` in words.
function payerName(payer) {
  const [kind, place] = payer.split(':');
  const who = ['government', 'buyers'].includes(kind) ? say(kind) : kind;
  return place ? `${nameOf('regions', place)} · ${who}` : who;
}

function figure(chart) {
  const readout = make('output', { 'aria-live': 'polite' });
  const isTimed = chart.series;
  const svg = chart.draw((day, values) => {
    const text = v => v === null ? '—' : chart.title === 'cover' ? v.toFixed(1) : chart.title === 'price' ? (v < 0 ? '−' : '+') + Math.abs(v * 100).toFixed(1) + '%' : (v * 100).toFixed(2) + '%';
    readout.textContent = `${dayName(day, answer.start)}: ` + values.map(([name, v, g]) => `${name} ${text(v)}${g === null || g === v ? '' : ` (${say('before')} ${text(g)})`}`).join(', ');
  });
  const name = chart.title, sub = [say(chart.sub), chart.note, isTimed && ['price', 'cover', 'cases'].includes(name) ? nameOf('regions', region) : '',
    (chart.series ?? chart.rows).some(s => Array.isArray(s.ghost) ? s.ghost.length : s.ghost !== null && s.ghost !== undefined) ? say(ghost.pinned ? 'ghostPinned' : 'ghostFile') : ''].filter(Boolean);
  return make('figure', { className: 'chart', 'data-chart': name }, make('h3', {}, say(name)),
    make('p', {}, [...new Set(sub)].join(' · ')), svg, ...(isTimed ? [readout] : []),
    make('button', { type: 'button', onclick: () => save(name + '.svg', picture(chart, svg), 'image/svg+xml') }, say('svg')), ' ',
    make('button', { type: 'button', onclick: () => save(name + '.csv', data(chart), 'text/csv') }, say('csv')));
}

function picture(chart, svg) {
  const copy = svg.cloneNode(true);
  const box = copy.getAttribute('viewBox').split(' ').map(Number);
  copy.setAttribute('viewBox', `0 -28 ${box[2]} ${box[3] + 28}`);
  copy.setAttribute('height', box[3] + 28);
  const title = document.createElementNS('http://www.w3.org/2000/svg', 'text');
  for (const [key, value] of [['x', 8], ['y', -9], ['font-size', 15], ['font-weight', 'bold']]) title.setAttribute(key, value);
  title.textContent = `${say(chart.title)} — ${titleNow()}`;
  const back = copy.querySelector('rect').cloneNode();
  back.setAttribute('y', -28);
  back.setAttribute('height', 28);
  copy.append(back, title);
  return new XMLSerializer().serializeToString(copy);
}

// A text that a spreadsheet would take for a formula is quoted as text.
const cell = value => {
  const text = value === null || value === undefined ? '' : String(value);
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? "'" + text : text;
  return /[",\n\r]/.test(safe) ? '"' + safe.replaceAll('"', '""') + '"' : safe;
};

function data(chart) {
  if (!chart.series) return [['name', 'value'], ...chart.rows.map(r => [r.name, r.value])].map(r => r.map(cell).join(',')).join('\n') + '\n';
  const columns = chart.series.flatMap(s => s.ghost ? [[s.name, s.values], [`${s.name} (${say('before')})`, s.ghost]] : [[s.name, s.values]]);
  const count = Math.max(...columns.map(c => c[1].length));
  const rows = Array.from({ length: count }, (_, day) => [answer.start ? dayName(day, answer.start) : day, ...columns.map(c => c[1][day])]);
  return [['day', ...columns.map(c => c[0])], ...rows].map(r => r.map(cell).join(',')).join('\n') + '\n';
}

function renderTables() {
  $('tables').replaceChildren(...answer.report.tables.map(table => {
    const place = make('div');
    // The program's own fragment, its texts escaped there.
    place.innerHTML = both(table.html);
    for (const wide of place.querySelectorAll('figure')) wide.tabIndex = 0;
    place.append(make('button', { type: 'button', onclick: () => save(table.name + '.csv', table.csv, 'text/csv') }, `${say('csv')}: ${both(table.title)}`));
    return place;
  }));
}

function save(name, text, type) {
  const link = make('a', { href: URL.createObjectURL(new Blob([text], { type })), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

function chooseRegion(code) {
  region = code;
  writeHash();
  render();
}

// ---- Start

function listen() {
  $('undo').onclick = () => travel(past, future);
  $('redo').onclick = () => travel(future, past);
  $('reset').onclick = () => { past.push(new Map(changes)); future = []; changes = new Map(); changed(); };
  $('pin').onclick = () => { ghost = { ...answer, pinned: true }; render(); };
  $('region').onchange = event => chooseRegion(event.target.value);
  $('language').onclick = () => {
    language = language === 'en' ? 'ja' : 'en';
    setLanguage(language);
    writeHash();
    render();
  };
  $('copy').onclick = () => navigator.clipboard.writeText(answer.command);
  $('yaml').onclick = () => save('scenario.yaml', answer.yaml, 'application/yaml');
  $('json').onclick = () => save('summary.json', JSON.stringify(answer.summary, null, 2) + '\n', 'application/json');
  $('controls').onsubmit = event => event.preventDefault();
  document.onkeydown = event => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z' || event.target.type === 'text') return;
    event.preventDefault();
    if (event.shiftKey) travel(future, past); else travel(past, future);
  };
  onhashchange = () => { past.push(new Map(changes)); readHash(); setLanguage(language); changed(); render(); };
  let last = innerWidth;
  onresize = () => { if (innerWidth !== last) { last = innerWidth; if (answer) renderCharts(); } };
}

async function start() {
  opening = await (await fetch('/api/scenario')).json();
  readHash();
  setLanguage(language);
  listen();
  setState('loading');
  render();
  if (changes.size) ghost = { ...(await ask('quick', new Map())), pinned: false };
  await refresh();
}

start().catch(fail);
