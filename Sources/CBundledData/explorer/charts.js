// Charts as SVG: attributes only, so that a saved picture looks the same.
import { say } from './words.js';

const space = 'http://www.w3.org/2000/svg';
const fonts = "'Noto Sans','Noto Sans CJK JP','Noto Sans JP','Yu Gothic','Hiragino Sans',Meiryo,sans-serif";
const colours = ['#0072B2', '#D55E00', '#009E73', '#CC79A7', '#000000', '#E69F00', '#56B4E9'];
const dashes = ['', '7 4', '2 4', '10 4 2 4'];
const ghostColour = '#767676';

function element(name, attributes, parent, text) {
  const made = document.createElementNS(space, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (text !== undefined) made.textContent = text;
  parent?.append(made);
  return made;
}

function canvas(width, height, label) {
  const svg = element('svg', {
    xmlns: space, viewBox: `0 0 ${width} ${height}`, width, height, role: 'img', 'aria-label': label,
    'font-family': fonts, 'font-size': 12,
  });
  element('rect', { width, height, fill: '#ffffff' }, svg);
  return svg;
}

// Steps of 1, 2 or 5 times a power of ten.
function ticks(low, high, count) {
  const rough = (high - low) / count || 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map(x => x * power).find(x => x >= rough * 0.999);
  const found = [];
  for (let k = Math.ceil(low / step - 1e-9); k * step <= high + step * 1e-6; k++) found.push(k * step);
  return { values: found, decimals: Math.max(0, -Math.floor(Math.log10(step) + 1e-9)) };
}

export function dayName(day, start) {
  if (!start) return `${say('day')} ${day}`;
  return new Date(Date.parse(start) + day * 864e5).toISOString().slice(0, 10);
}

function finite(series) {
  return series.flatMap(s => [s.values, s.ghost ?? []]).flat().filter(x => x !== null);
}

// Lines over days; a ghost is the same line of what is compared with. `read` is told what the cursor is on.
export function lines(width, label, { series, start, percent, unit }, read) {
  const height = Math.round(Math.max(220, Math.min(320, width * 0.55)));
  const svg = canvas(width, height, label);
  const scale = percent ? 100 : 1;
  const all = finite(series).map(x => x * scale);
  const days = Math.max(...series.map(s => s.values.length), 1);
  let low = Math.min(...all), high = Math.max(...all);
  if (percent === 'share') high = Math.max(high, 100);
  const least = percent ? 0.5 : 1;
  // A line that hardly moves far from 0 is read from 0: its last digits are not its story.
  if (percent !== 'share' && high - low < 0.02 * Math.max(high, -low)) {
    low = Math.min(0, low);
    high = Math.max(0, high);
  }
  if (high - low < least) low = high - least;
  const axis = ticks(low, high, 5);
  const step = (axis.values[1] ?? axis.values[0] + 1) - axis.values[0];
  if (low < axis.values[0]) axis.values.unshift(axis.values[0] - step);
  if (high > axis.values.at(-1)) axis.values.push(axis.values.at(-1) + step);
  low = axis.values[0]; high = axis.values.at(-1);
  const left = 52, right = width - 12, top = 12, bottom = height - 24;
  const x = day => left + (right - left) * day / Math.max(1, days - 1);
  const y = value => bottom - (bottom - top) * (value - low) / (high - low);
  for (const value of axis.values) {
    element('line', { x1: left, x2: right, y1: y(value), y2: y(value), stroke: '#dddddd' }, svg);
    element('text', { x: left - 5, y: y(value) + 4, 'text-anchor': 'end', fill: '#444444' }, svg,
      value.toFixed(axis.decimals).replace('-', '−') + (percent ? '%' : ''));
  }
  const marks = ticks(0, days - 1, Math.max(2, Math.floor((right - left) / 95))).values;
  for (const day of marks) {
    element('text', { x: Math.min(x(day), right - 26), y: height - 7, 'text-anchor': day ? 'middle' : 'start', fill: '#444444' }, svg, dayName(day, start));
  }
  const path = values => values.map((v, day) => v === null ? '' : `${day ? 'L' : 'M'}${x(day).toFixed(1)} ${y(v * scale).toFixed(1)}`).join('');
  for (const s of series) if (s.ghost?.length) {
    element('path', { d: path(s.ghost), fill: 'none', stroke: ghostColour, 'stroke-width': 1.3, 'stroke-dasharray': '3 3' }, svg);
  }
  series.forEach((s, k) => {
    element('path', { d: path(s.values), fill: 'none', stroke: colours[k % 7], 'stroke-width': 2.2,
      'stroke-dasharray': dashes[Math.floor(k / 7) % 4] }, svg);
  });
  const cursor = element('line', { y1: top, y2: bottom, stroke: '#444444', 'stroke-dasharray': '2 2', visibility: 'hidden' }, svg);
  let day = 0;
  const show = to => {
    day = Math.max(0, Math.min(days - 1, to));
    cursor.setAttribute('x1', x(day)); cursor.setAttribute('x2', x(day));
    cursor.setAttribute('visibility', 'visible');
    read(day, series.map(s => [s.name, s.values[day] ?? null, s.ghost?.[day] ?? null]), unit);
  };
  svg.addEventListener('pointermove', event => {
    const box = svg.getBoundingClientRect();
    show(Math.round(((event.clientX - box.left) * width / box.width - left) / (right - left) * (days - 1)));
  });
  svg.setAttribute('tabindex', 0);
  svg.setAttribute('aria-label', `${label} (${say('keys')})`);
  svg.addEventListener('keydown', event => {
    const move = { ArrowLeft: -1, ArrowRight: 1, PageUp: -30, PageDown: 30, Home: -1e9, End: 1e9 }[event.key];
    if (move === undefined) return;
    event.preventDefault();
    show(day + move * (event.shiftKey ? 10 : 1));
  });
  legend(svg, series, width, height);
  return svg;
}

// Names under the lines, as many as fit in a row; the picture grows by the rows.
function legend(svg, series, width, height) {
  let x = 8, y = height + 12;
  series.forEach((s, k) => {
    const room = [...s.name].reduce((n, c) => n + (c.charCodeAt(0) > 0x2000 ? 12 : 6.6), 34);
    if (x > 8 && x + room > width) { x = 8; y += 18; }
    element('line', { x1: x, x2: x + 20, y1: y - 4, y2: y - 4, stroke: colours[k % 7], 'stroke-width': 2.2, 'stroke-dasharray': dashes[Math.floor(k / 7) % 4] }, svg);
    element('text', { x: x + 24, y, fill: '#1a1a1a' }, svg, s.name);
    x += room;
  });
  svg.setAttribute('viewBox', `0 0 ${width} ${y + 8}`);
  svg.setAttribute('height', y + 8);
  svg.querySelector('rect').setAttribute('height', y + 8);
}

// Bars from zero; what is compared with stands as a hollow bar behind.
export function bars(width, label, { rows, text }) {
  const line = 30, height = rows.length * line + 8;
  const svg = canvas(width, height, label);
  const left = Math.min(width * 0.42, 190), right = width - 66;
  const all = rows.flatMap(r => [r.value ?? 0, r.ghost ?? 0, 0]);
  const low = Math.min(...all), high = Math.max(...all, low + 1e-300);
  const x = value => left + (right - left) * (value - low) / (high - low);
  rows.forEach((row, k) => {
    const y = 6 + k * line;
    const name = element('text', { x: left - 6, y: y + 16, 'text-anchor': 'end', fill: '#1a1a1a' }, svg, fit(row.name, left - 10));
    element('title', {}, name, row.name);
    if (row.ghost !== null && row.ghost !== undefined) {
      element('rect', { x: Math.min(x(0), x(row.ghost)), y: y + 1, width: Math.abs(x(row.ghost) - x(0)), height: 22, fill: 'none', stroke: ghostColour, 'stroke-dasharray': '3 2' }, svg);
    }
    if (row.value === null) {
      element('text', { x: left + 4, y: y + 16, fill: '#444444' }, svg, '—');
      return;
    }
    const bar = element('rect', { x: Math.min(x(0), x(row.value)), y: y + 5, width: Math.abs(x(row.value) - x(0)), height: 14, fill: row.value < 0 ? '#009E73' : '#0072B2' }, svg);
    element('title', {}, bar, `${row.name}: ${text(row.value)}`);
    element('text', { x: Math.max(x(0), x(row.value)) + 5, y: y + 16, fill: '#1a1a1a' }, svg, text(row.value));
  });
  element('line', { x1: x(0), x2: x(0), y1: 2, y2: height - 4, stroke: '#777777' }, svg);
  return svg;
}

function fit(text, room) {
  const width = c => c.charCodeAt(0) > 0x2000 ? 12 : 6.7;
  let used = 0, kept = '';
  for (const c of text) {
    used += width(c);
    if (used > room) return kept.slice(0, -1) + '…';
    kept += c;
  }
  return text;
}

// Regions as equal tiles, shaded by value; regions that are no country in a row below.
export function tiles(width, label, { places, text, choose, chosen }) {
  const placed = places.filter(p => p.column !== null), others = places.filter(p => p.column === null);
  const columns = 1 + Math.max(...placed.map(p => p.column), 8), first = Math.min(...placed.map(p => p.row), 0);
  const rows = placed.length ? 1 + Math.max(...placed.map(p => p.row)) - first : 0;
  const size = width / columns, tall = Math.max(22, size * 0.8);
  const perRow = Math.max(1, Math.floor(columns / 5));
  const extra = Math.ceil(others.length / perRow);
  const svg = canvas(width, rows * tall + extra * (tall + 6) + 8, label);
  const most = Math.max(...places.map(p => p.value ?? 0), 0);
  const tile = (p, x, y, wide) => {
    const share = p.value > 0 && most > 0 ? Math.sqrt(p.value / most) : 0;
    const shade = p.value === null ? '#ffffff' : p.value < 0 ? '#cfe8df'
      : `rgb(${Math.round(255 - 90 * share)},${Math.round(245 - 205 * share)},${Math.round(220 - 190 * share)})`;
    const ink = share > 0.6 ? '#ffffff' : '#1a1a1a';
    const group = element('g', { role: 'button', tabindex: 0, cursor: 'pointer', 'aria-label': `${p.name}: ${text(p.value)}`, 'aria-pressed': p.code === chosen }, svg);
    element('title', {}, group, `${p.name}: ${text(p.value)}`);
    element('rect', { x: x + 1, y: y + 1, width: wide - 2, height: tall - 2, fill: shade, stroke: p.code === chosen ? '#000000' : '#999999', 'stroke-width': p.code === chosen ? 2.5 : 0.7 }, group);
    element('text', { x: x + wide / 2, y: y + tall / 2 + 4, 'text-anchor': 'middle', fill: ink, 'font-size': Math.min(12, size * 0.36) }, group, p.code);
    group.addEventListener('click', () => choose(p.code));
    group.addEventListener('keydown', event => {
      if (event.key === 'Enter' || event.key === ' ') { event.preventDefault(); choose(p.code); }
    });
  };
  for (const p of placed) tile(p, p.column * size, (p.row - first) * tall, size);
  others.forEach((p, k) => tile(p, (k % perRow) * width / perRow, rows * tall + 6 + Math.floor(k / perRow) * (tall + 6), width / perRow));
  svg.setAttribute('role', 'group');
  return svg;
}
