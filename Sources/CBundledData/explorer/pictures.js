// The charts of the answer: what each shows, and its frame.
import { bars, dayName, lines, tiles } from './charts.js';
import { chooseRegion } from './results.js';
import { data, picture, save } from './saving.js';
import { $, make, nameOf, state } from './state.js';
import { both, say } from './words.js';

function percent(value) {
  if (value === null || value === undefined) return '—';
  const size = Math.abs(value * 100);
  if (size === 0) return '0%';
  if (size < 0.001) return (value < 0 ? '>−' : '<') + '0.001%';
  return (value < 0 ? '−' : '') + (size >= 100 ? size.toFixed(0) : size >= 0.1 ? size.toFixed(2) : size.toFixed(3)) + '%';
}

// Amounts of the table's or the ledger's money, as the program says them in the page's language.
const money = kind => value => {
  if (value === null) return '—';
  const size = Math.abs(value) * both(state.opening.money[kind].factor);
  return (value < 0 ? '−' : '') + (size >= 1000 ? Math.round(size).toLocaleString('en') : Number(size.toPrecision(3)));
};
const moneyUnit = kind => both(state.opening.money[kind].unit);

export function renderCharts() {
  const width = Math.max(280, Math.min(720, (document.querySelector('.chart')?.clientWidth ?? $('charts').clientWidth) - 24));
  const base = state.answer.cases[0], then = state.ghost?.cases[0];
  const same = state.ghost && state.ghost.command !== state.answer.command;
  const inRegion = list => list.filter(c => c.region === state.region);
  const ghostOf = (list, key, find) => same ? list?.find(find)?.[key] : undefined;
  const days = (title, sub, series, options) => ({ title, sub, series, draw: read => lines(width, say(title), { series, start: state.answer.start, ...options }, read) });
  const gdp = new Map(state.answer.summary.regions.map(r => [r.region, r.value_added_loss_share_of_gdp]));
  const gdpThen = new Map(state.ghost?.summary.regions.map(r => [r.region, r.value_added_loss_share_of_gdp]));
  const outputs = base.output.filter(o => o.values.length);
  const goods = inRegion(base.commodities);
  const list = [
    outputs.length && days('output', 'outputSub', outputs.slice(0, 7).map(o => ({ name: nameOf('regions', o.region), values: o.values, ghost: ghostOf(then?.output, 'values', g => g.region === o.region) })), { percent: 'share' }),
    goods.some(c => c.price) && days('price', 'priceSub', goods.filter(c => c.price).map(c => ({ name: nameOf('commodities', c.commodity), values: c.price, ghost: ghostOf(then?.commodities, 'price', g => g.region === state.region && g.commodity === c.commodity) })), { percent: 'change' }),
    goods.length && days('cover', 'coverSub', goods.map(c => ({ name: nameOf('commodities', c.commodity), values: c.cover, ghost: ghostOf(then?.commodities, 'cover', g => g.region === state.region && g.commodity === c.commodity) })), {}),
    barChart('byRegion', 'lossSub', state.answer.shown.map(code => ({ name: nameOf('regions', code), value: gdp.get(code), ghost: same ? gdpThen.get(code) : null })), percent, width),
    sectorChart(width, same),
    { title: 'map', sub: 'lossSub', rows: state.opening.regions.map(r => ({ name: both(r.name), value: gdp.get(r.code) })),
      draw: () => tiles(width, say('map'), { text: percent, chosen: state.region, choose: chooseRegion, places: state.opening.regions.map(r => ({ ...r, name: both(r.name), value: gdp.get(r.code) ?? null })) }) },
    state.answer.cases.length > 1 && days('cases', 'casesSub', state.answer.cases.map(c => ({ name: both(c.name), values: c.output.find(o => o.region === state.region)?.values ?? [] })).filter(s => s.values.length), { percent: 'share' }),
    budgetChart(width, same),
    originChart(width),
  ].filter(chart => chart && (chart.series ?? chart.rows).length);
  const focused = document.activeElement?.closest?.('.chart')?.dataset.chart;
  $('charts').replaceChildren(...list.map(figure));
  if (focused) document.querySelector(`[data-chart=${focused}] svg, [data-chart=${focused}] [aria-pressed=true]`)?.focus();
}

function barChart(title, sub, rows, text, width) {
  return { title, sub, rows, draw: () => bars(width, say(title), { rows, text }) };
}

function sectorChart(width, same) {
  const prefix = state.region + state.opening.separator;
  const then = new Map((same ? state.ghost.summary.nodes : []).map(n => [n.node, n.value_added_loss]));
  const rows = state.answer.summary.nodes.filter(n => (state.opening.regions.length === 1 || n.node.startsWith(prefix)) && n.value_added_loss !== null)
    .sort((a, b) => b.value_added_loss - a.value_added_loss).slice(0, 10)
    .map(n => ({ name: nameOf('sectors', state.opening.regions.length === 1 && !n.node.startsWith(prefix) ? n.node : n.node.slice(prefix.length)), value: n.value_added_loss, ghost: then.get(n.node) ?? null }));
  return { ...barChart('bySector', 'sectorSub', rows, money('table'), width), note: [nameOf('regions', state.region), moneyUnit('table')].join(state.language === 'ja' ? '、' : ', '), unit: state.opening.money.table.unit.en };
}

function budgetChart(width, same) {
  const sums = list => (list ?? []).reduce((sum, b) => sum.set(b.payer, (sum.get(b.payer) ?? 0) + b.cost), new Map());
  const now = sums(state.answer.summary.budget), then = same ? sums(state.ghost.summary.budget) : new Map();
  const names = new Map(state.answer.payers.map(p => [p.code, both(p.name)]));
  const rows = [...now].map(([payer, value]) => ({ name: names.get(payer), value, ghost: then.get(payer) ?? null }));
  return { ...barChart('budget', 'budget', rows, money('ledger'), width), note: moneyUnit('ledger'), unit: state.opening.money.ledger.unit.en };
}

// Where what the region's industries buy comes from: through every tier, and at face value behind.
function originChart(width) {
  const found = state.opening.inputs?.find(i => i.region === state.region)?.origins ?? [];
  const rows = found.filter(o => o.origin !== state.region && o.look_through !== null)
    .sort((a, b) => b.look_through - a.look_through).slice(0, 10)
    .map(o => ({ name: state.opening.regions.some(r => r.code === o.origin) ? nameOf('regions', o.origin) : say('outside'), value: o.look_through, ghost: o.share }));
  return { ...barChart('origins', 'originsSub', rows, percent, width), note: nameOf('regions', state.region), behind: 'faceValue' };
}

function figure(chart) {
  const readout = make('output', { 'aria-live': 'polite' });
  const isTimed = chart.series;
  const svg = chart.draw((day, values) => {
    const text = v => v === null ? '—' : chart.title === 'cover' ? v.toFixed(1) : chart.title === 'price' ? (v < 0 ? '−' : '+') + Math.abs(v * 100).toFixed(1) + '%' : (v * 100).toFixed(2) + '%';
    readout.textContent = `${dayName(day, state.answer.start)}: ` + values.map(([name, v, g]) => `${name} ${text(v)}${g === null || g === v ? '' : ` (${say('before')} ${text(g)})`}`).join(', ');
  });
  const name = chart.title, sub = [say(chart.sub), chart.note, isTimed && ['price', 'cover', 'cases'].includes(name) ? nameOf('regions', state.region) : '',
    (chart.series ?? chart.rows).some(s => Array.isArray(s.ghost) ? s.ghost.length : s.ghost !== null && s.ghost !== undefined) ? say(chart.behind ?? (state.ghost.pinned ? 'ghostPinned' : 'ghostFile')) : ''].filter(Boolean);
  return make('figure', { className: 'chart', 'data-chart': name }, make('h3', {}, say(name)),
    make('p', {}, [...new Set(sub)].join(' · ')), svg, ...(isTimed ? [readout] : []),
    make('button', { type: 'button', onclick: () => save(name + '.svg', picture(chart, svg), 'image/svg+xml') }, say('svg')), ' ',
    make('button', { type: 'button', onclick: () => save(name + '.csv', data(chart), 'text/csv') }, say('csv')));
}
