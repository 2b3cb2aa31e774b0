// Pictures, data and files for the reader to keep.
import { dayName } from './charts.js';
import { titleNow } from './results.js';
import { make, state } from './state.js';
import { say } from './words.js';

export function picture(chart, svg) {
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

export function data(chart) {
  if (!chart.series) return [['name', chart.unit ? `value [${chart.unit}]` : 'value'], ...chart.rows.map(r => [r.name, r.value])].map(r => r.map(cell).join(',')).join('\n') + '\n';
  const columns = chart.series.flatMap(s => s.ghost ? [[s.name, s.values], [`${s.name} (${say('before')})`, s.ghost]] : [[s.name, s.values]]);
  const count = Math.max(...columns.map(c => c[1].length));
  const rows = Array.from({ length: count }, (_, day) => [state.answer.start ? dayName(day, state.answer.start) : day, ...columns.map(c => c[1][day])]);
  return [['day', ...columns.map(c => c[0])], ...rows].map(r => r.map(cell).join(',')).join('\n') + '\n';
}

export function save(name, text, type) {
  const link = make('a', { href: URL.createObjectURL(new Blob([text], { type })), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
