/** The way of a message: distance, medium, hops, and the time to put it on the wire. */
import { definePart, type Bar } from '../definition';
import { choice, count, number } from '../fields';
import { formatQuantity } from '../format';
import { bandwidth } from './fields';
import { KNOWN_ROUTES, LIGHT_SPEED, MEDIA, SIGNAL_SPEED, travelTime, type Medium } from './light';

const BOTH_WAYS = 2;

const fields = {
  distance: number('kilometre', 5_585, { least: 1e-3, most: 1e6, short: 'd' }),
  routeFactor: number('none', 1.5, { least: 1, most: 10 }),
  medium: choice(MEDIA, 'fibre'),
  hops: count(12, 0, 100, 'hops'),
  perHop: number('microsecond', 50e-6, { least: 0, most: 1 }),
  message: number('kilobyte', 100e3, { least: 1, most: 1e12 }),
  bandwidth,
};

interface Path { readonly routeFactor: number; readonly medium: Medium; readonly hopsDelay: number }

/** A round trip, taken apart: light on the straight way, the slower medium, the detour, the hops. */
function roundTripBar(label: string, distance: number, { routeFactor, medium, hopsDelay }: Path): Bar {
  const straight = travelTime(distance, LIGHT_SPEED);
  const inMedium = travelTime(distance, SIGNAL_SPEED[medium]);
  const segments = [
    { id: 'light', value: BOTH_WAYS * straight },
    { id: 'medium', value: BOTH_WAYS * (inMedium - straight) },
    { id: 'detour', value: BOTH_WAYS * inMedium * (routeFactor - 1) },
    { id: 'hops', value: BOTH_WAYS * hopsDelay },
  ];
  return { label, segments };
}

export const propagation = definePart({
  id: 'propagation',
  fields,
  results: {
    floor: 'time', propagation: 'time', hopsDelay: 'time', serialisation: 'time',
    oneWay: 'time', roundTrip: 'time', overFloor: 'number', inFlight: 'data',
  },
  terms: { speed: 'number' },
  notes: ['wireBound', 'distanceBound', 'straightLine'],
  plots: { parts: { kind: 'bars', y: 'time', series: ['light', 'medium', 'detour', 'hops'] } },
}, ({ distance, routeFactor, medium, hops, perHop, message, bandwidth: rate }) => {
  const speed = SIGNAL_SPEED[medium];
  const floor = travelTime(distance, LIGHT_SPEED);
  const onTheWay = travelTime(distance * routeFactor, speed);
  const hopsDelay = hops * perHop;
  const serialisation = message / rate;
  const oneWay = onTheWay + hopsDelay + serialisation;
  const roundTrip = BOTH_WAYS * (onTheWay + hopsDelay);
  const path = { routeFactor, medium, hopsDelay };
  return {
    results: {
      floor, propagation: onTheWay, hopsDelay, serialisation, oneWay, roundTrip,
      overFloor: roundTrip / (BOTH_WAYS * floor), inFlight: rate * roundTrip,
    },
    terms: { speed },
    notes: [
      { id: serialisation > onTheWay + hopsDelay ? 'wireBound' : 'distanceBound' },
      ...(routeFactor < 1.1 && medium !== 'radio' ? [{ id: 'straightLine' }] : []),
    ],
    plots: {
      parts: {
        bars: [
          roundTripBar(formatQuantity(distance, 'distance'), distance, path),
          ...KNOWN_ROUTES.map((route) => roundTripBar(route.name, route.distance, path)),
        ],
      },
    },
  };
});
