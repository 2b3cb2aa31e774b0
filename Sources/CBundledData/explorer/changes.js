// What differs from the file, undone and done again, and kept in the address.
import { refresh } from './asking.js';
import { update } from './controls.js';
import { state } from './state.js';

export function original(path) {
  for (const group of state.opening.groups) {
    if (group.path === path) return group.is_off ? 'off' : 'on';
    for (const control of group.controls) if (control.path === path) return control.value;
  }
}

export function valueOf(control) { return state.changes.get(control.path) ?? control.value; }

export function change(path, value) {
  const now = Date.now();
  if (state.lastEdit.path !== path || now - state.lastEdit.at > 800) { state.past.push(new Map(state.changes)); state.future = []; }
  state.lastEdit = { path, at: now };
  if (value === null || value === original(path)) state.changes.delete(path); else state.changes.set(path, value);
  changed();
}

export function changed() {
  writeHash();
  update();
  refresh();
}

export function travel(from, to) {
  if (!from.length) return;
  to.push(new Map(state.changes));
  state.changes = from.pop();
  state.lastEdit = { path: '', at: 0 };
  changed();
}

export function writeHash() {
  const words = new URLSearchParams({ lang: state.language });
  if (state.region) words.set('region', state.region);
  for (const [path, value] of state.changes) words.append(path, value);
  history.replaceState(null, '', '#' + words);
}

export function readHash() {
  const words = new URLSearchParams(location.hash.slice(1));
  state.changes = new Map([...words].filter(([path]) => path !== 'lang' && path !== 'region'));
  state.language = ['en', 'ja'].includes(words.get('lang')) ? words.get('lang') : state.opening.language;
  state.region = words.get('region') ?? state.region;
}
