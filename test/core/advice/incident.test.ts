import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  changeIncident, checksOf, elapsed, endOf, parseIncident, playbookOf, playbooksOf, startIncident, withNotes,
  type Incident, type IncidentChange,
} from '../../../src/core';

const START = 1_700_000_000_000;
const step = (id: string, time: number, type: 'check' | 'uncheck' = 'check', playbook = 'a'): IncidentChange => ({ type, time, playbook, step: id, text: `Do ${id}.` });
const run = (changes: readonly IncidentChange[], from: Incident = startIncident('a', START)): Incident => changes.reduce(changeIncident, from);

const anyTime = fc.integer({ min: 0, max: 2 * START });
const anyPlaybook = fc.constantFrom('a', 'b', 'c');
const anyChange: fc.Arbitrary<IncidentChange> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ type: fc.constantFrom('check' as const, 'uncheck' as const), time: anyTime, playbook: anyPlaybook, step: fc.constantFrom('x', 'y'), text: fc.string() }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('playbook' as const), time: anyTime, playbook: anyPlaybook }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constantFrom('end' as const, 'resume' as const), time: anyTime }) },
);

describe('An incident', () => {
  it('has a clock that runs from its start to its end, and never backwards', () => {
    const incident = startIncident('a', START);
    assert.equal(elapsed(incident, START + 61_000), 61_000);
    assert.equal(elapsed(incident, START - 5), 0);
    const ended = changeIncident(incident, { type: 'end', time: START + 90_000 });
    assert.equal(elapsed(ended, START + 999_000), 90_000);
    assert.equal(elapsed(changeIncident(ended, { type: 'resume', time: START + 95_000 }), START + 100_000), 100_000);
  });

  it('keeps its clock and its checks when another playbook is followed, and when one comes back', () => {
    const incident = run([step('x', START + 1_000), { type: 'playbook', time: START + 2_000, playbook: 'b' }, step('x', START + 3_000, 'check', 'b'), { type: 'playbook', time: START + 4_000, playbook: 'a' }]);
    assert.equal(playbookOf(incident), 'a');
    assert.deepEqual(playbooksOf(incident), ['a', 'b']);
    assert.deepEqual([...checksOf(incident, 'a')], [['x', START + 1_000]]);
    assert.deepEqual([...checksOf(incident, 'b')], [['x', START + 3_000]]);
    assert.equal(elapsed(incident, START + 5_000), 5_000);
  });

  it('records a check once, with the time of the first, and again after it was taken back', () => {
    const incident = run([step('x', START + 1_000), step('x', START + 2_000)]);
    assert.deepEqual([...checksOf(incident, 'a')], [['x', START + 1_000]]);
    assert.equal(incident.events.length, 2);
    const again = run([step('x', START + 3_000, 'uncheck'), step('x', START + 4_000)], incident);
    assert.deepEqual([...checksOf(again, 'a')], [['x', START + 4_000]]);
    assert.equal(again.events.length, 4);
  });

  it('takes nothing after its end but a resumption', () => {
    const ended = run([{ type: 'end', time: START + 1 }]);
    assert.equal(run([step('x', START + 2), { type: 'playbook', time: START + 2, playbook: 'b' }, { type: 'end', time: START + 3 }], ended), ended);
    assert.equal(endOf(run([{ type: 'resume', time: START + 4 }], ended)), null);
    assert.equal(run([{ type: 'resume', time: START + 4 }]).events.length, 1);
  });

  it('is the same for the same changes, in order of time, and a change made twice counts once', () => {
    fc.assert(fc.property(fc.array(anyChange, { maxLength: 40 }), anyChange, (changes, change) => {
      const incident = run(changes);
      assert.deepEqual(run(changes), incident);
      const once = changeIncident(incident, change);
      assert.equal(changeIncident(once, change), once);
      for (const [index, event] of once.events.entries()) assert.ok(event.time >= (once.events[index - 1]?.time ?? 0));
      assert.deepEqual(once.events.slice(0, incident.events.length), incident.events);
      assert.ok(playbooksOf(once).includes(playbookOf(once)));
    }));
  });

  it('follows from its own log, and survives storage', () => {
    fc.assert(fc.property(fc.array(anyChange, { maxLength: 40 }), (changes) => {
      const incident = run(changes);
      assert.deepEqual(run(incident.events.slice(1) as IncidentChange[]), incident);
      const stored = parseIncident(JSON.parse(JSON.stringify(withNotes(incident, { uri: 'untitled:Untitled-1', written: 1 }))));
      assert.deepEqual(stored, { kind: 'ok', incident: { ...incident, notes: { uri: 'untitled:Untitled-1', written: 1 } } });
    }));
  });

  it('is dropped with a reason when what is stored is damaged or of another version', () => {
    assert.deepEqual(parseIncident(undefined), { kind: 'none' });
    assert.deepEqual(parseIncident(null), { kind: 'none' });
    const good = startIncident('a', START);
    for (const damaged of [
      7, 'incident', [], {}, { ...good, version: 2 }, { ...good, events: [] }, { ...good, events: [step('x', START)] },
      { ...good, events: [...good.events, ...good.events] }, { ...good, events: [{ type: 'start', time: '12', playbook: 'a' }] }, { ...good, notes: 'here' },
    ]) {
      const stored = parseIncident(damaged);
      assert.ok(stored.kind === 'damaged' && stored.reason.length > 10, JSON.stringify(damaged));
    }
  });
});
