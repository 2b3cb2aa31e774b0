// Requests to the engine that the page carries, in place of sending.js.
import { $ } from './state.js';

let engine;

const carried = id => $('carried-' + id);
const part = id => JSON.parse(carried(id).textContent);

async function unpacked(id) {
  const packed = Uint8Array.from(atob(carried(id).textContent), c => c.charCodeAt(0));
  carried(id).remove();
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
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
  return JSON.parse(read(engine.told(), engine.toldCount()));
}

const number = (place, count) => {
  const text = read(place, count);
  return text.trim() === text && text !== '' ? Number(text) : NaN;
};

export async function opening() {
  const [code, files] = await Promise.all([unpacked('engine'), unpacked('files')]);
  const { exp, log, log1p, pow, cbrt, sin, cos } = Math;
  const imports = { env: { exp, log, log1p, pow, cbrt, sin, cos }, page: { number } };
  engine = (await WebAssembly.instantiate(code, imports)).instance.exports;
  let at = 0;
  for (const [path, size] of part('list')) {
    engine.file(put(new TextEncoder().encode(path)), put(files.subarray(at, at + size)), size);
    at += size;
  }
  const refused = call('open', part('command'));
  if (refused) throw new Error(JSON.stringify(refused.messages));
  return part('opening');
}

export async function send({ changes, extent, language }) {
  // What needs more than one run is the command's.
  if (extent === 'full') return null;
  await new Promise(resolve => setTimeout(resolve));
  const found = call('answer', [language, ...changes.flatMap(({ path, value }) => [path, value])]);
  return found.messages ? { messages: found.messages } : { ...found, extent: 'alone' };
}
