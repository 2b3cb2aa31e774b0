// What the page knows, and the helpers that all its parts share.
import { both } from './words.js';

export const state = {
  opening: undefined, answer: undefined, ghost: undefined, language: undefined, region: '',
  changes: new Map(), past: [], future: [], lastEdit: { path: '', at: 0 }, structure: '', messages: [],
};

export const $ = id => document.getElementById(id);

// A region's, sector's or commodity's name.
export const nameOf = (list, code) => both(state.opening[list].find(x => x.code === code)?.name ?? { en: code, ja: code });

export function make(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) made.addEventListener(key.slice(2), value);
    else if (key in made && key !== 'list') made[key] = value;
    else made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}
