// Findings, figures and tables of the answer.
import { writeHash } from './changes.js';
import { renderControls } from './controls.js';
import { renderCharts } from './pictures.js';
import { save } from './saving.js';
import { $, make, state } from './state.js';
import { both, say } from './words.js';

export function render() {
  document.documentElement.lang = state.language;
  for (const place of document.querySelectorAll('[data-word]')) place.textContent = say(place.dataset.word);
  $('language').textContent = say('other');
  $('language').lang = state.language === 'en' ? 'ja' : 'en';
  $('state').textContent = say(document.body.dataset.state);
  $('problems').replaceChildren(...state.messages.map(m => make('p', {},
    make('strong', {}, m.path ?? (m.line ? `${m.file}:${m.line}:${m.column}` : '')), ' ', both(m.message), m.help ? ` — ${both(m.help)}` : '')));
  renderControls();
  if (!state.answer) return;
  const { report } = state.answer;
  $('title').textContent = document.title = titleNow();
  $('subtitle').textContent = both(report.subtitle);
  if (!state.answer.shown.includes(state.region) && !state.opening.regions.some(r => r.code === state.region)) state.region = state.answer.shown[0];
  $('region').replaceChildren(...state.opening.regions.map(r => make('option', { value: r.code }, both(r.name))));
  $('region').value = state.region;
  for (const part of ['findings', 'warnings', 'assumptions']) {
    $(part).replaceChildren(...(report[part].length ? report[part].map(t => make('li', {}, both(t))) : [make('li', {}, say('none'))]));
  }
  $('command').textContent = state.answer.command;
  renderFigures();
  renderCharts();
  renderTables();
}

// A changed scenario says so wherever its title stands: the file's title may name what was changed.
export function titleNow() {
  const count = state.answer.changes;
  return both(state.answer.report.title) + (count ? ` (${say('changes')}: ${count})` : '');
}

function renderFigures() {
  const now = state.answer.figures.find(f => f.region === state.region), then = state.ghost?.figures.find(f => f.region === state.region);
  $('figures').replaceChildren(...(now?.figures ?? []).map(figure => {
    const before = then?.figures.find(f => f.key === figure.key);
    return make('div', { 'data-figure': figure.key }, make('dt', {}, both(figure.name)),
      make('dd', {}, figure.text, make('small', {}, before && before.text !== figure.text && before.value !== null ? `${say('before')} ${before.text}` : ' ')));
  }));
}

function renderTables() {
  $('tables').replaceChildren(...state.answer.report.tables.map(table => {
    const place = make('div');
    // The program's own fragment, its texts escaped there.
    place.innerHTML = both(table.html);
    for (const wide of place.querySelectorAll('figure')) wide.tabIndex = 0;
    place.append(make('button', { type: 'button', onclick: () => save(table.name + '.csv', table.csv, 'text/csv') }, `${say('csv')}: ${both(table.title)}`));
    return place;
  }));
}

export function chooseRegion(code) {
  state.region = code;
  writeHash();
  render();
}
