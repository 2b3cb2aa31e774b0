// Requests to the engine that the page carries, in place of sending.js.
import { $ } from './state.js';

let engine;

// Bytes of a text in base 85: from `(` on, `~` for `<`; the last group is filled up with its highest digit.
function bytesOf(text) {
  const bytes = new Uint8Array(Math.floor(text.length * 4 / 5));
  for (let from = 0, to = 0; from < text.length; from += 5, to += 4) {
    let value = 0;
    for (let k = from; k < from + 5; k++) {
      const code = k < text.length ? text.charCodeAt(k) : 124;
      value = value * 85 + (code === 126 ? 60 : code) - 40;
    }
    for (let k = 0; k < 4; k++) if (to + k < bytes.length) bytes[to + k] = value / 2 ** (24 - 8 * k);
  }
  return bytes;
}

async function unpacked(id) {
  const element = $('carried-' + id), packed = bytesOf(element.textContent);
  element.remove();
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

// The text of a table of numbers: labels, a zero byte, hundredths of seven bits a byte, the lowest first.
function tableOf(packed) {
  const end = packed.indexOf(0), decoder = new TextDecoder();
  const [header, ...labels] = decoder.decode(packed.subarray(0, end)).split('\n');
  const cells = new Array(header.split(',').length);
  let at = end + 1;
  const lines = labels.map(label => {
    cells[0] = label;
    for (let column = 1; column < cells.length; column++) {
      let value = 0;
      for (let unit = 1; ; unit *= 128) {
        const byte = packed[at++];
        value += (byte & 127) * unit;
        if (byte < 128) break;
      }
      cells[column] = value / 100;
    }
    return cells.join(',');
  });
  return new TextEncoder().encode([header, ...lines, ''].join('\n'));
}

// Bytes in the engine's memory, a zero byte after them.
function put(bytes) {
  const place = engine.room(bytes.length + 1);
  const room = new Uint8Array(engine.memory.buffer, place, bytes.length + 1);
  room.set(bytes);
  room[bytes.length] = 0;
  return place;
}

const read = (place, count) => new TextDecoder().decode(new Uint8Array(engine.memory.buffer, place, count));

// A call whose fields end in a zero byte each.
function call(name, fields) {
  const bytes = new TextEncoder().encode(fields.map(field => field.replaceAll('\0', ' ') + '\0').join(''));
  const place = put(bytes);
  engine[name](place, bytes.length);
  engine.leave(place);
  return told();
}

const told = () => JSON.parse(read(engine.told(), engine.toldCount()));

const number = (place, count) => {
  const text = read(place, count);
  return text.trim() === text && text !== '' ? Number(text) : NaN;
};

export async function opening() {
  const [code, files, about] = await Promise.all(['engine', 'files', 'about'].map(unpacked));
  const { opening, command, list } = JSON.parse(new TextDecoder().decode(about));
  const { exp, log, log1p, pow, cbrt, sin, cos } = Math;
  const imports = { env: { exp, log, log1p, pow, cbrt, sin, cos }, page: { number } };
  engine = (await WebAssembly.instantiate(code, imports)).instance.exports;
  let at = 0;
  for (const [path, size, isPacked] of list) {
    const carried = files.subarray(at, at + size), bytes = isPacked ? tableOf(carried) : carried;
    engine.file(put(new TextEncoder().encode(path)), put(bytes), bytes.length);
    at += size;
  }
  const refused = call('open', command);
  if (refused) throw new Error(JSON.stringify(refused.messages));
  return opening;
}

const pause = () => new Promise(resolve => setTimeout(resolve));
let latest = 0;

// A whole answer goes on for a thirtieth of a second at a time, and gives way to the next request.
export async function send({ changes, extent, language }, progress) {
  const own = ++latest, fields = [language, ...changes.flatMap(({ path, value }) => [path, value])];
  await pause();
  if (extent === 'quick') return call('answer', fields);
  const refused = call('begin', fields);
  if (refused) return refused;
  while (own === latest) {
    const until = performance.now() + 33;
    let share;
    do if ((share = engine.goOn()) === 1) return told(); while (performance.now() < until);
    progress(share);
    await pause();
  }
  return null;
}
