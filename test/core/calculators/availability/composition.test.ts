import assert from 'node:assert/strict';
import fc from 'fast-check';
import { composition, EXAMPLE } from '../../../../src/core/calculators/availability/composition';
import { commonCauses, componentImportances } from '../../../../src/core/calculators/availability/importance';
import { atLeastDown, binomial, downDistribution } from '../../../../src/core/calculators/availability/kOfN';
import { ofCopies, ofUnlike, unavailabilityOf } from '../../../../src/core/calculators/availability/unavailability';
import type { Composition } from '../../../../src/core/calculators/definition';
import { findingsOf, holds, near } from './support';

const part = (availability: number, name = 'part'): Composition => ({ type: 'component', name, availability });
const series = (...members: Composition[]): Composition => ({ type: 'series', name: 'series', members });
const group = (required: number, members: Composition[], beta = 0): Composition => ({ type: 'redundant', name: 'group', required, beta, members });
const copies = (count: number, required: number, member: Composition, beta = 0): Composition => ({ type: 'copies', name: 'copies', count, required, beta, member });
const available = (block: Composition) => 1 - unavailabilityOf(block);
const calculate = (system: Composition) => findingsOf(composition, { system });

describe('composition: published values', () => {
  it('agrees with the worked examples of AWS', () => {
    // AWS, "Availability and Beyond" (2021), availability with redundancy: two redundant subsystems of 99 % give 99.99 %;
    // three of which two are spares fail with (1 − α)³.
    near(available(copies(2, 1, part(0.99))), 0.9999);
    near(unavailabilityOf(copies(3, 1, part(0.99))), 1e-6);
    // AWS Well-Architected, reliability pillar: an application of 99.99 % on two dependencies of 99.99 % has 99.97 %, and
    // 52 min 37 s a year become 2 h 37 min 47 s (a year of 365.25 days).
    const chain = series(part(0.9999), part(0.9999), part(0.9999));
    holds(available(chain) * 100, '99.97');
    assert.ok(Math.abs((calculate(chain).results['downtimeYear'] ?? NaN) - (2 * 3_600 + 37 * 60 + 47)) < 2);
    // AWS Certified Solutions Architect Study Guide, 2nd edition, chapter 9, question 2: two instances of 99 % and a
    // database of 99 % in series: 98.99 %.
    holds(available(series(copies(2, 1, part(0.99)), part(0.99))) * 100, '98.99');
  });

  it('agrees with the k of n of a handbook', () => {
    // MIL-HDBK-338B (1998), k-out-of-n configuration: four displays of reliability 0.9, three must work: 0.9477.
    near(available(copies(4, 3, part(0.9))), 0.9477);
    near(available(group(3, [0.9, 0.9, 0.9, 0.9].map((each) => part(each)))), 0.9477);
  });

  it('agrees with the redundant power supplies of a textbook', () => {
    // Print not seen. Hennessy and Patterson, "Computer Architecture: A Quantitative Approach", 5th edition, section 1.7, second example:
    // MTTF 200,000 h, MTTR 24 h, a pair: MTTF² / (2 × MTTR), about 830,000,000 h. A pair is mended at twice the rate.
    const down = unavailabilityOf(copies(2, 1, part(200_000 / 200_024)));
    near(12 / down, 830_000_000, 0.005);
  });

  it('agrees with worked examples of the beta-factor model', () => {
    // FTA Studio, "Common-cause failure: beta-factor vs multiple Greek letter": 2 of 3, p = 1e-3, beta 5 %: about 5.3e-5,
    // 19 times better than one alone.
    const down = unavailabilityOf(copies(3, 2, part(0.999), 0.05));
    near(down, 5.3e-5, 0.01);
    holds(1e-3 / down, '19');
    // PTC Windchill, beta model: Q1 = (1 − β) Qt and Qn = β Qt. In the rare-event form two of two are down with
    // βQ + ((1 − β)Q)²; the exact form differs in the third order.
    for (const beta of [0, 0.01, 0.1, 0.5, 1]) near(unavailabilityOf(copies(2, 1, part(1 - 1e-4), beta)), beta * 1e-4 + ((1 - beta) * 1e-4) ** 2, 1e-4);
  });
});

/** Up to 0.99. Doubles alone would nearly all be so small that nothing but the largest matters. */
const likely = fc.oneof(fc.integer({ min: 0, max: 990 }).map((each) => each / 1_000), fc.double({ min: 0, max: 0.99, noNaN: true }));

describe('composition: independent methods', () => {
  /** Exact fractions with a common denominator of 1,000 for each part. */
  const exactly = (thousandths: readonly number[], down: number): number => {
    let sum = 0n;
    for (let state = 0; state < 2 ** thousandths.length; state += 1) {
      const failed = thousandths.map((_, index) => (state >> index) & 1);
      if (failed.reduce((total, each) => total + each, 0) < down) continue;
      sum += thousandths.reduce((product, each, index) => product * BigInt(failed[index] === 1 ? each : 1_000 - each), 1n);
    }
    return Number((sum * 10n ** 60n) / 1_000n ** BigInt(thousandths.length)) / 1e60;
  };
  const thousandths = fc.array(fc.integer({ min: 0, max: 1_000 }), { minLength: 1, maxLength: 9 });

  it('agrees with rational arithmetic over all states', () => {
    fc.assert(fc.property(thousandths, fc.integer({ min: 0, max: 9 }), (parts, down) => {
      near(downDistribution(parts.map((each) => each / 1_000), down).atLeast, exactly(parts, down), 1e-12);
    }));
  });

  it('treats alike parts as unlike ones that happen to be alike', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 0, max: 101 }), fc.oneof(fc.integer({ min: 0, max: 1_000 }).map((each) => each / 1_000), fc.double({ min: -12, max: 0, noNaN: true }).map((power) => 10 ** power)), (count, down, unavailability) => {
      const unlike = downDistribution(Array.from({ length: count }, () => unavailability), down).atLeast;
      const alike = atLeastDown(count, down, unavailability);
      if (unlike > 1e-290) near(alike, unlike, 1e-10);
      else assert.ok(alike < 1e-280);
    }));
  });

  it('keeps the digits of tiny probabilities', () => {
    // C(5, 3) q³ (1 − q)² + C(5, 4) q⁴ (1 − q) + q⁵, with q = 10⁻¹⁰ in whole numbers.
    const one = 10n ** 10n;
    const exact = 10n * (one - 1n) ** 2n + 5n * (one - 1n) + 1n;
    near(atLeastDown(5, 3, 1e-10), Number(exact) / 1e50, 1e-14);
    near(unavailabilityOf(series(...Array.from({ length: 60 }, () => part(1 - 2 ** -50)))), 60 * 2 ** -50, 1e-12);
    near(binomial(100, 50), Number(100_891_344_545_564_193_334_812_497_256n), 1e-14);
  });

  /** All states of a flat group: its common cause, and each member by itself. */
  const enumerated = (unavailabilities: readonly number[], required: number, beta: number): number => {
    const common = beta * Math.min(...unavailabilities);
    let down = common;
    for (let state = 0; state < 2 ** unavailabilities.length; state += 1) {
      const failed = unavailabilities.map((_, index) => ((state >> index) & 1) === 1);
      if (failed.filter((each) => !each).length >= required) continue;
      down += (1 - common) * unavailabilities.reduce((product, each, index) => {
        const own = (each - common) / (1 - common);
        return product * (failed[index] === true ? own : 1 - own);
      }, 1);
    }
    return down;
  };

  it('agrees with all states of a group with a common cause', () => {
    // 20 % and 30 % down, beta 50 %: in common 10 %, by themselves 1/9 and 2/9 of the rest; both down 1/10 + 9/10 · 2/81.
    near(ofUnlike([0.2, 0.3], 1, 0.5), 0.1 + 0.02 / 0.9, 1e-12);
    fc.assert(fc.property(fc.array(likely, { minLength: 1, maxLength: 7 }), fc.nat(), likely, (unavailabilities, some, beta) => {
      const required = 1 + (some % unavailabilities.length);
      near(ofUnlike(unavailabilities, required, beta), enumerated(unavailabilities, required, beta), 1e-9);
    }));
  });

  it('agrees with all states of a tree of independent components', () => {
    const { block } = fc.letrec<{ block: Composition }>((tie) => ({
      block: fc.oneof({ maxDepth: 2, withCrossShrink: true },
        fc.double({ min: 0, max: 1, noNaN: true }).map((availability) => part(availability)),
        fc.array(tie('block'), { minLength: 1, maxLength: 3 }).map((members) => series(...members)),
        fc.tuple(fc.array(tie('block'), { minLength: 1, maxLength: 3 }), fc.nat()).map(([members, some]) => group(1 + (some % members.length), members)),
        fc.tuple(tie('block'), fc.integer({ min: 1, max: 3 }), fc.nat()).map(([member, count, some]) => copies(count, 1 + (some % count), member)),
      ),
    }));
    /** The components one by one, and whether the tree works given their states. */
    const flat = (tree: Composition): number[] => (tree.type === 'component' ? [tree.availability] : tree.type === 'copies' ? Array.from({ length: tree.count }, () => flat(tree.member)).flat() : tree.members.flatMap(flat));
    const works = (tree: Composition, states: boolean[]): boolean => {
      if (tree.type === 'component') return states.shift() ?? false;
      const members = tree.type === 'copies' ? Array.from({ length: tree.count }, () => works(tree.member, states)) : tree.members.map((member) => works(member, states));
      return members.filter(Boolean).length >= (tree.type === 'series' ? members.length : tree.required);
    };
    let tried = 0;
    fc.assert(fc.property(block, (tree) => {
      const parts = flat(tree);
      if (parts.length > 11) return;
      tried += 1;
      let down = 0;
      for (let state = 0; state < 2 ** parts.length; state += 1) {
        const states = parts.map((_, index) => ((state >> index) & 1) === 1);
        const chance = parts.reduce((product, each, index) => product * (states[index] === true ? each : 1 - each), 1);
        if (!works(tree, [...states])) down += chance;
      }
      assert.ok(Math.abs(unavailabilityOf(tree) - down) < 1e-12);
    }), { numRuns: 300 });
    assert.ok(tried > 100);
  });
});

describe('composition: properties', () => {
  const share = fc.oneof(likely, fc.double({ min: 0, max: 1, noNaN: true }));
  const many = fc.array(share, { minLength: 1, maxLength: 8 });

  it('leaves a member alone as available as it is, whatever beta is', () => {
    fc.assert(fc.property(share, share, (unavailability, beta) => {
      near(ofCopies(unavailability, 1, 1, beta), unavailability, 1e-12);
    }));
  });

  it('runs from independent members to a single one as beta goes from 0 to 1', () => {
    fc.assert(fc.property(fc.double({ min: 1e-6, max: 0.5, noNaN: true }), fc.integer({ min: 1, max: 20 }), fc.array(share, { minLength: 2, maxLength: 6 }), (unavailability, count, betas) => {
      near(ofCopies(unavailability, count, 1, 0), unavailability ** count, 1e-9);
      near(ofCopies(unavailability, count, 1, 1), unavailability);
      const downs = [...betas].sort((one, other) => one - other).map((beta) => ofCopies(unavailability, count, 1, beta));
      downs.forEach((down, index) => assert.ok(down >= (downs[index - 1] ?? 0) * (1 - 1e-12)));
    }));
  });

  it('is worse with worse parts, with more that must work, and better with more copies', () => {
    fc.assert(fc.property(many, fc.nat(), fc.nat(), share, share, (unavailabilities, some, which, worse, beta) => {
      const required = 1 + (some % unavailabilities.length);
      const worsened = unavailabilities.map((each, index) => (index === which % unavailabilities.length ? Math.max(each, worse) : each));
      assert.ok(ofUnlike(worsened, required, 0) >= ofUnlike(unavailabilities, required, 0) - 1e-12);
      assert.ok(ofUnlike(worsened, 1, beta) >= ofUnlike(unavailabilities, 1, beta) - 1e-12);
      if (required > 1) assert.ok(ofUnlike(unavailabilities, required, beta) >= ofUnlike(unavailabilities, required - 1, beta) - 1e-12);
      assert.ok(ofCopies(worse, unavailabilities.length + 1, required, beta) <= ofCopies(worse, unavailabilities.length, required, beta) + 1e-12);
    }));
  });

  it('does not depend on the order of members, and series is a group in which all must work', () => {
    fc.assert(fc.property(many, fc.nat(), share, (unavailabilities, some, beta) => {
      const required = 1 + (some % unavailabilities.length);
      const down = ofUnlike(unavailabilities, required, beta);
      assert.ok(Math.abs(down - ofUnlike([...unavailabilities].reverse(), required, beta)) < 1e-12);
      const parts = unavailabilities.map((each) => part(1 - each));
      assert.ok(Math.abs(unavailabilityOf(series(...parts)) - unavailabilityOf(group(parts.length, parts))) < 1e-12);
    }));
  });
});

describe('composition: what matters', () => {
  it('has the Birnbaum importance of the textbook: the system with the part up, less the system with it down', () => {
    fc.assert(fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 }), fc.integer({ min: 1, max: 3 }), ([a = 0, b = 0, c = 0, d = 0], required) => {
      const at = (first: number) => unavailabilityOf(series(group(required, [part(first), part(b), part(c)]), part(d)));
      const found = componentImportances(series(group(required, [part(a, 'a'), part(b), part(c)]), part(d))).find(({ name }) => name === 'a');
      assert.ok(found && Math.abs(found.birnbaum - (at(0) - at(1))) < 1e-12);
      // The improvement potential of one component is its importance times its unavailability (Rausand, chapter on component importance).
      assert.ok(Math.abs(found.gain - found.birnbaum * (1 - a)) < 1e-12);
    }));
  });

  it('has for copies the derivative by one of them', () => {
    const step = 1e-6;
    const tree = (availability: number) => series(copies(3, 2, series(part(availability, 'a'), part(0.99)), 0), part(0.999));
    const [found] = componentImportances(tree(0.98)).filter(({ name }) => name === 'a');
    const slope = (unavailabilityOf(tree(0.98 - step)) - unavailabilityOf(tree(0.98 + step))) / (2 * step);
    near(3 * (found?.birnbaum ?? NaN), slope, 1e-6);
    assert.equal(found?.copies, 3);
  });

  it('finds the weakest spot and what each common cause costs', () => {
    const [weakest, ...others] = componentImportances(EXAMPLE);
    assert.equal(weakest?.name, 'Payment provider');
    assert.ok(others.every(({ gain }) => gain <= weakest.gain));
    assert.deepEqual(commonCauses(EXAMPLE).map(({ group: { name } }) => name), ['Application servers', 'Database', 'Load balancers']);
    const { results, notes = [] } = calculate(EXAMPLE);
    assert.deepEqual(notes.map(({ id }) => id), ['flattered', 'weakest', 'commonCause', 'plotted']);
    assert.ok((results['hidden'] ?? NaN) > 0);
  });

  it('says when a common cause helps, when none is given, and when a figure is beyond belief', () => {
    const noted = (system: Composition) => (calculate(system).notes ?? []).map(({ id }) => id);
    assert.ok(noted(copies(3, 3, part(0.99), 0.1)).includes('overlap'));
    assert.ok(noted(copies(3, 1, part(0.99))).includes('noBeta'));
    assert.ok(noted(copies(9, 1, part(0.999))).includes('beyondBelief'));
    assert.ok(noted(part(1)).includes('never'));
    assert.deepEqual(noted(part(0.99)), ['weakest']);
    assert.deepEqual(noted(series(part(0.99), part(0.99))), ['equallyWeak']);
  });

  it('draws a curve that runs flat at the common cause', () => {
    const plot = calculate(copies(3, 1, part(0.999), 0.1)).plots?.['replicas'];
    assert.ok(plot && 'series' in plot);
    const common = plot.series.find(({ id }) => id === 'common')?.points ?? [];
    near(common.at(-1)?.[1], 0.1 * 0.001 * 31_556_952, 1e-6);
    assert.deepEqual(plot.marks, [{ id: 'now', x: 3 }]);
  });
});
