// Loaded into the server's processes (NODE_OPTIONS), the extension host among them. Notes each name lookup and each
// connection that our extension makes, by the call stack: the recorder in the browser cannot see these.
const { appendFileSync } = require('node:fs');
const dns = require('node:dns');
const net = require('node:net');
const dgram = require('node:dgram');

const file = process.env.STUDIO_NETWORK_LOG;
const ours = /[\\/]systems-studio\.distributed-systems-studio-/;

/**
 * @param {any} owner
 * @param {string} name
 */
function note(owner, name) {
  const original = owner[name];
  owner[name] = function (/** @type {unknown[]} */ ...args) {
    const limit = Error.stackTraceLimit;
    Error.stackTraceLimit = 60;
    const stack = new Error().stack ?? '';
    Error.stackTraceLimit = limit;
    const line = stack.split('\n').find((each) => ours.test(each));
    if (line) appendFileSync(file ?? '', `${name} ${JSON.stringify(args[0] ?? '')}${line}\n`);
    return original.apply(this, args);
  };
}

if (file) {
  note(dns, 'lookup');
  note(dns, 'resolve');
  note(net.Socket.prototype, 'connect');
  note(dgram.Socket.prototype, 'send');
  const { fetch } = globalThis; // undici does not pass through the patched functions with our stack
  globalThis.fetch = function (...args) {
    const line = (new Error().stack ?? '').split('\n').find((each) => ours.test(each));
    if (line) appendFileSync(file, `fetch ${String(args[0])}${line}\n`);
    return fetch.apply(this, args);
  };
}
