// The page: its buttons and its start.
import { ask, fail, refresh, setState } from './asking.js';
import { changed, readHash, travel, writeHash } from './changes.js';
import { renderCharts } from './pictures.js';
import { chooseRegion, render } from './results.js';
import { save } from './saving.js';
import { opening } from './sending.js';
import { $, state } from './state.js';
import { setLanguage } from './words.js';

function listen() {
  $('undo').onclick = () => travel(state.past, state.future);
  $('redo').onclick = () => travel(state.future, state.past);
  $('reset').onclick = () => { state.past.push(new Map(state.changes)); state.future = []; state.changes = new Map(); changed(); };
  $('pin').onclick = () => { state.ghost = { ...state.answer, pinned: true }; render(); };
  $('region').onchange = event => chooseRegion(event.target.value);
  $('language').onclick = () => {
    state.language = state.language === 'en' ? 'ja' : 'en';
    setLanguage(state.language);
    writeHash();
    render();
  };
  $('copy').onclick = () => navigator.clipboard.writeText(state.answer.command);
  $('yaml').onclick = () => save('scenario.yaml', state.answer.yaml, 'application/yaml');
  $('json').onclick = () => save('summary.json', JSON.stringify(state.answer.summary, null, 2) + '\n', 'application/json');
  $('controls').onsubmit = event => event.preventDefault();
  document.onkeydown = event => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z' || event.target.type === 'text') return;
    event.preventDefault();
    if (event.shiftKey) travel(state.future, state.past); else travel(state.past, state.future);
  };
  onhashchange = () => { state.past.push(new Map(state.changes)); readHash(); setLanguage(state.language); changed(); render(); };
  let last = innerWidth;
  onresize = () => { if (innerWidth !== last) { last = innerWidth; if (state.answer) renderCharts(); } };
}

async function start() {
  state.opening = await opening();
  readHash();
  setLanguage(state.language);
  listen();
  setState('loading');
  render();
  if (state.changes.size) state.ghost = { ...(await ask('quick', new Map())), pinned: false };
  await refresh();
}

start().catch(fail);
