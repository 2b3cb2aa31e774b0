// Sliders, dates, choices and switches for what the scenario states.
import { change, original, valueOf } from './changes.js';
import { $, make, nameOf, state } from './state.js';
import { both, say } from './words.js';

function groupsNow() {
  // An entry that is off still shows what it would be.
  return (state.answer?.groups ?? state.opening.groups).map(group => group.is_off
    ? { ...(state.opening.groups.find(g => g.path === group.path) ?? group), is_off: true } : group);
}

function groupName(group) {
  const list = group.path.match(/^(shocks|responses|baseline)\[(\d+)\]/);
  if (!list) return say(group.path === 'model' ? 'model' : 'top');
  return `${say(list[1])} ${Number(list[2]) + 1}`;
}

export function renderControls() {
  const groups = groupsNow();
  const shape = state.language + groups.map(g => g.path + g.kind + g.is_off + g.controls.map(c => c.path + c.kind + c.suffix)).join();
  if (shape === state.structure) return update();
  const isFirst = !state.structure;
  state.structure = shape;
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
    const summary = make('summary', {}, groupName(group), ' ', make('small', {}, group.is_entry ? [both(group.words), ...about(group)].join(' · ') : ''));
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
    .map(c => nameOf({ commodity: 'commodities', chokepoint: 'chokepoints' }[c.name] ?? 'regions', c.value))
    .concat(group.controls.filter(c => c.name.startsWith('holders ')).map(c => nameOf('regions', c.name.slice(8))).join(say('and'))).filter(Boolean);
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
  all.append(make('p', { className: 'help', id: help }, [both(control.meaning), both(control.limits)].filter(Boolean).join(state.language === 'ja' ? '。' : '. ').replaceAll('`', '')));
  return all;
}

function snap(number, control) {
  const to = Math.round(number / control.step) * control.step;
  return Number(Math.min(control.high, Math.max(control.low, to)).toPrecision(12));
}

// Puts values into the controls as they are, without building them again.
export function update() {
  $('undo').disabled = !state.past.length;
  $('redo').disabled = !state.future.length;
  $('reset').disabled = !state.changes.size;
  const wrong = new Set(state.messages.map(m => m.path));
  for (const group of groupsNow()) for (const control of group.controls) {
    const place = document.querySelector(`[data-row="${CSS.escape(control.path)}"]`);
    if (!place) continue;
    const text = valueOf(control);
    place.classList.toggle('changed', state.changes.has(control.path));
    place.querySelector('[data-part=back]').hidden = !state.changes.has(control.path);
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
    if (box) box.checked = (state.changes.get(group.path) ?? original(group.path)) !== 'off';
  }
}
