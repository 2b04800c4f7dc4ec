import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isRefusal } from '../../../../src/core/calculators/definition';
import { LIGHT_SPEED, SIGNAL_SPEED, travelTime } from '../../../../src/core/calculators/latency/light';
import { propagation } from '../../../../src/core/calculators/latency/propagation';
import { find, forEachAllowed, near, plotOf, type Values } from './support';

const BIT = 1 / 8;
const results = (values: Partial<Values<typeof propagation>>) => find(propagation, values).results;

describe('Propagation', () => {
  // Grigorik, High Performance Browser Networking (O'Reilly, 2013), table 1-1: signal latencies in vacuum and fibre, in
  // whole milliseconds, fibre at 200,000 km/s.
  const PRINTED = [
    { route: 'New York to San Francisco', distance: 4_148, vacuum: 14, fibre: 21, roundTrip: 42 },
    { route: 'New York to London', distance: 5_585, vacuum: 19, fibre: 28, roundTrip: 56 },
    { route: 'New York to Sydney', distance: 15_993, vacuum: 53, fibre: 80, roundTrip: 160 },
  ];
  for (const { route, distance, vacuum, fibre, roundTrip } of PRINTED) {
    it(`has the printed times from ${route}`, () => {
      const printed = 1e-3;
      near(travelTime(distance, LIGHT_SPEED), vacuum * printed, 0.5 * printed);
      near(travelTime(distance, 200_000), fibre * printed, 0.5 * printed);
      // Twice a rounded time is printed, so a millisecond either way.
      near(2 * travelTime(distance, 200_000), roundTrip * printed, printed);
      const own = results({ distance, routeFactor: 1, medium: 'fibre', hops: 0 });
      // The group index of a data sheet, 1.4682, against the book's 1.5: 2.1 % faster.
      near(own.roundTrip / (2 * distance / 200_000), 0.979, 1e-3);
    });
  }

  it('takes 4.90 microseconds for a kilometre of fibre', () => {
    // 1.4682 / 299,792.458 km/s (Corning PI-1424: effective group index at 1,550 nm): 4.897 µs.
    near(travelTime(1, SIGNAL_SPEED.fibre), 4.897e-6, 5e-10);
  });

  it('has the speeds of signals of Peterson and Davie', () => {
    // Section 1.5.1: 3.0 × 10⁸ m/s in a vacuum, 2.3 × 10⁸ m/s in a copper cable, 2.0 × 10⁸ m/s in an optical fibre.
    const printed = { radio: 3.0e5, copper: 2.3e5, fibre: 2.0e5 };
    for (const medium of ['radio', 'copper', 'fibre'] as const) {
      const { propagation: took } = results({ distance: 1_000, routeFactor: 1, medium });
      near(1_000 / took, printed[medium], 0.05e5);
    }
  });

  it('has the delay and bandwidth products of Peterson and Davie', () => {
    // Computer Networks: A Systems Approach, section 1.5.2, table of delay × bandwidth products, in two digits:
    // wireless LAN, 54 Mbps, 50 m: 0.33 µs, 18 bits; satellite, 1 Gbps, 35,000 km: 230 ms, 230 Mb.
    const wireless = results({ distance: 0.05, routeFactor: 1, medium: 'radio', hops: 0, bandwidth: 54e6 * BIT });
    near(wireless.roundTrip, 0.33e-6, 0.005e-6);
    near(wireless.inFlight / BIT, 18, 0.5);
    const satellite = results({ distance: 35_000, routeFactor: 1, medium: 'radio', hops: 0, bandwidth: 1e9 * BIT });
    near(satellite.roundTrip, 230e-3, 5e-3);
    near(satellite.inFlight / BIT, 230e6, 5e6);
    // Cross-country fibre, 10 Gbps, 4,000 km: 40 ms, 400 Mb, at 2.0 × 10⁸ m/s.
    near(2 * travelTime(4_000, 200_000) * 10e9, 400e6, 1);
    // Section 1.5.1: 25 MB at 10 Mbps take 20 s; a byte at 1 Mbps 8 µs.
    near(results({ message: 25e6, bandwidth: 10e6 * BIT }).serialisation, 20, 1e-9);
    near(results({ message: 1, bandwidth: 1e6 * BIT }).serialisation, 8e-6, 1e-15);
  });

  it('is the sum of its parts, which the bar shows', () => {
    const found = find(propagation, { hops: 12, perHop: 50e-6 });
    const own = found.results;
    near(own.hopsDelay, 0.6e-3, 1e-15);
    near(own.oneWay, own.propagation + own.hopsDelay + own.serialisation, 1e-15);
    const plot = plotOf(found, 'parts');
    assert('bars' in plot);
    near((plot.bars[0]?.segments ?? []).reduce((sum, { value }) => sum + value, 0), own.roundTrip, 1e-12);
  });

  it('is never faster than light, and slower by every metre, hop and byte', () => {
    forEachAllowed(propagation, (outcome) => {
      assert(!isRefusal(outcome));
      const { oneWay = NaN, floor = NaN, overFloor = NaN } = outcome.results;
      assert(oneWay >= floor * (1 - 1e-12));
      assert(overFloor >= 1 - 1e-12);
    });
    fc.assert(fc.property(fc.double({ min: 1, max: 20_000, noNaN: true }), fc.double({ min: 1.01, max: 3, noNaN: true }), (distance, factor) => {
      const base = results({ distance, routeFactor: 1 });
      const longer = results({ distance: distance * factor, routeFactor: 1 });
      const detour = results({ distance, routeFactor: factor });
      assert(longer.oneWay > base.oneWay);
      near(detour.propagation, longer.propagation, 1e-12);
    }));
  });
});
