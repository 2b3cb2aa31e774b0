// What is asked of the program, and when.
import { render } from './results.js';
import { send } from './sending.js';
import { $, state } from './state.js';
import { say } from './words.js';

const page = crypto.randomUUID();

export async function ask(extent, some = state.changes, progress) {
  // What is inside an entry that is off has nothing to change.
  const off = [...some].filter(([, value]) => value === 'off').map(([path]) => path + '.');
  const list = [...some].filter(([path]) => !off.some(o => path.startsWith(o))).map(([path, value]) => ({ path, value }));
  return send({ page, changes: list, extent, language: state.language }, progress);
}

let asking = false, again = false, turn = 0, timer;

// One quick question at a time; the latest changes win. The whole answer follows when the hand rests.
export async function refresh() {
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
    if (!state.messages.length) timer = setTimeout(() => complete(mine), 600);
  } catch { fail(); }
  asking = false;
}

async function complete(mine) {
  try {
    const found = await ask('full', state.changes, share => { if (mine === turn) showShare(share); });
    if (found && mine === turn) take(found);
  } catch { if (mine === turn) fail(); }
}

function take(found) {
  if (!found) return;
  state.messages = found.messages ?? [];
  if (!found.messages) {
    state.answer = found;
    if (!state.ghost || (!state.ghost.pinned && !state.changes.size)) state.ghost = { ...found, pinned: false };
  }
  setState(state.messages.length ? 'refused' : state.answer.extent);
  render();
}

// Said at every fourth part alone: a screen reader reads it out.
function showShare(share) {
  const text = `${say('quick')} ${Math.floor(share * 4) * 25}%`;
  if ($('state').textContent !== text) $('state').textContent = text;
}

export function fail() {
  state.messages = [];
  setState('lost');
}

export function setState(name) {
  document.body.dataset.state = name;
  $('state').textContent = say(name);
}
