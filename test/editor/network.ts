// Node host only: notes each name lookup and connection that our extension makes, by the call stack. In the web host,
// as for pages, the browser sees every request and the harness records it (test/host/network.ts).
import dgram from 'node:dgram';
import dns from 'node:dns';
import net from 'node:net';

type Callable = (this: unknown, ...args: unknown[]) => unknown;

/** The bundle under test. Suites live elsewhere and may use the network. */
const ours = /[\\/]dist[\\/]extension\.js/;

/** Watches from now on; returns what was seen so far, one line for each. */
export function watchNetwork(): () => readonly string[] {
  const seen: string[] = [];
  const wrap = (owner: object, name: string): void => {
    const methods = owner as Record<string, Callable | undefined>;
    const original = methods[name];
    if (!original) throw new Error(`${name} is not there to be watched`);
    methods[name] = function (this: unknown, ...args: unknown[]) {
      const line = ourLine();
      if (line) seen.push(`${name} ${String(args[0])} ${line}`);
      return original.apply(this, args);
    };
  };
  wrap(dns, 'lookup');
  wrap(dns.promises, 'lookup');
  wrap(net.Socket.prototype, 'connect');
  wrap(dgram.Socket.prototype, 'send');
  wrap(globalThis, 'fetch'); // its own connections carry nobody's stack
  return () => seen;
}

function ourLine(): string | undefined {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 100;
  const lines = (new Error().stack ?? '').split('\n');
  Error.stackTraceLimit = limit;
  return lines.find((line) => ours.test(line))?.trim();
}
