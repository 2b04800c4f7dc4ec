/** From "connect" to the last byte: handshakes, the request, the server, slow start, the transfer. */
import { definePart, type Bar } from '../definition';
import { choice, count, number } from '../fields';
import { bandwidth } from './fields';
import { HANDSHAKES, PROTOCOLS, sendsEarlyData, setupRoundTrips, type Protocol } from './handshakes';
import { segmentsOf, stalledTime, stallsOf, windowsOf } from './slowStart';

const fields = {
  roundTripTime: number('millisecond', 56e-3, { least: 1e-6, most: 10, short: 'rtt' }),
  protocol: choice(PROTOCOLS, 'tls13'),
  lookup: number('millisecond', 0, { least: 0, most: 10, short: 'dns' }),
  serverTime: number('millisecond', 40e-3, { least: 0, most: 600 }),
  response: number('kilobyte', 200e3, { least: 1, most: 1e12, short: 'size' }),
  initialWindow: count(10, 1, 1_000, 'iw'),
  segmentSize: number('byte', 1_460, { least: 500, most: 9_000, whole: true, short: 'mss' }),
  bandwidth,
};

interface Exchange {
  readonly roundTripTime: number; readonly lookup: number; readonly serverTime: number; readonly response: number;
  readonly initialWindow: number; readonly segmentSize: number; readonly bandwidth: number;
}

/** All times in seconds from the start of the lookup; the results of one protocol. */
export function timeExchange(exchange: Exchange, protocol: Protocol) {
  const { roundTripTime, lookup, serverTime, response, initialWindow, segmentSize, bandwidth: rate } = exchange;
  const segments = segmentsOf(response, segmentSize);
  // A connection that is in use is taken to have grown its window already.
  const firstWindow = protocol === 'open' ? segments : initialWindow;
  const transferred = { response, segmentSize, firstWindow, roundTripTime, bandwidth: rate };
  const roundTrips = setupRoundTrips(protocol);
  // Who is connected knows the address.
  const resolving = protocol === 'open' ? 0 : lookup;
  const firstByte = resolving + (roundTrips + 1) * roundTripTime + serverTime;
  const waiting = stalledTime(transferred);
  const transfer = response / rate;
  const complete = firstByte + waiting + transfer;
  return {
    segments, firstWindow, resolving,
    results: {
      setupRoundTrips: roundTrips, firstByte, windows: windowsOf(segments, firstWindow), stalls: stallsOf(transferred),
      waiting, transfer, complete, throughput: response / complete,
    },
  };
}

function protocolBar(exchange: Exchange, protocol: Protocol): Bar {
  const { resolving, results: { waiting, transfer } } = timeExchange(exchange, protocol);
  const { name, transport, encryption } = HANDSHAKES[protocol];
  const segments = [
    { id: 'lookup', value: resolving },
    { id: 'connect', value: transport * exchange.roundTripTime },
    { id: 'encrypt', value: encryption * exchange.roundTripTime },
    { id: 'request', value: exchange.roundTripTime },
    { id: 'server', value: exchange.serverTime },
    { id: 'waiting', value: waiting },
    { id: 'transfer', value: transfer },
  ];
  return { label: name, segments };
}

export const connection = definePart({
  id: 'connection',
  fields,
  results: {
    setupRoundTrips: 'number', firstByte: 'time', windows: 'number', stalls: 'number',
    waiting: 'time', transfer: 'time', complete: 'time', throughput: 'bandwidth',
  },
  terms: { segments: 'number', firstWindow: 'number', oneWindow: 'data', setup: 'time', onTheWay: 'time', resolving: 'time' },
  notes: ['handshakesDominate', 'waits', 'replay', 'reuse', 'bandwidthUnused'],
  tables: { protocols: { columns: { protocol: 'text', setupRoundTrips: 'number', firstByte: 'time', complete: 'time' } } },
  plots: { protocols: { kind: 'bars', y: 'time', series: ['lookup', 'connect', 'encrypt', 'request', 'server', 'waiting', 'transfer'] } },
}, ({ protocol, ...exchange }) => {
  const { results, segments, firstWindow, resolving } = timeExchange(exchange, protocol);
  const setup = resolving + results.setupRoundTrips * exchange.roundTripTime;
  const onTheWay = (results.setupRoundTrips + 1) * exchange.roundTripTime + results.waiting;
  const tells = {
    handshakesDominate: setup > results.complete / 2,
    waits: results.stalls > 0,
    bandwidthUnused: results.throughput < exchange.bandwidth / 2,
    replay: sendsEarlyData(protocol),
    reuse: protocol === 'open',
  };
  return {
    results,
    terms: { segments, firstWindow, oneWindow: exchange.initialWindow * exchange.segmentSize, setup, onTheWay, resolving },
    notes: Object.entries(tells).filter(([, holds]) => holds).map(([id]) => ({ id })),
    tables: {
      protocols: PROTOCOLS.map((each) => {
        const other = timeExchange(exchange, each).results;
        return [HANDSHAKES[each].name, other.setupRoundTrips, other.firstByte, other.complete];
      }),
    },
    plots: { protocols: { bars: PROTOCOLS.map((each) => protocolBar(exchange, each)) } },
  };
});
