import assert from 'node:assert/strict';
import fc from 'fast-check';
import * as v from 'valibot';
import { DecisionDraftSchema, emptyDraft, formatRecord, parseRecord, recordFileName, recordTitle, RECORD_STATUSES } from '../../../src/core';
import { draft, hints, options } from './fixtures';

describe('A decision record', () => {
  it('is written in the form of MADR', () => {
    assert.equal(formatRecord(draft, { ...options, supersedes: { number: '0002', title: 'Use [more] retries', href: '0002-use retries.md' } }), `---
status: accepted
date: 2026-11-21
decision-makers:
consulted:
informed:
---

# Use Circuit Breaker for calls to payments

## Context and Problem Statement

Payments hangs.
Checkout waits.

Should it?

## Decision Drivers

* Orders go on

## Considered Options

* Circuit Breaker
* Wait

## Decision Outcome

Chosen option: "Circuit Breaker", because calls fail as a unit.

### Consequences

* Good: latency stays
* Bad: tuning

### Confirmation

A game day.

## Pros and Cons of the Options

### Circuit Breaker

Fails fast.

* Good: callers keep their threads
* Bad: one more state

## More Information

Supersedes [ADR-0002: Use \\[more\\] retries](0002-use%20retries.md).

* [Release It! \\[2nd\\]](https://example.com/a%20%28b%29)
* [Circuit Breaker](link:circuit-breaker)
`);
  });

  it('gives reasons behind "because" only where they are clauses', () => {
    const reasons = ['five or more parameters to tune', 'it takes a day', 'There is no isolation', 'this is true here', 'items pile up', 'itemised bills', '{what gets better}'];
    const text = formatRecord({ ...draft, consequences: { good: reasons, bad: [] } }, options);
    assert.deepEqual(text.match(/^\* Good.*/gm)?.slice(0, reasons.length), [
      '* Good: five or more parameters to tune', '* Good, because it takes a day', '* Good, because There is no isolation', '* Good, because this is true here',
      '* Good: items pile up', '* Good: itemised bills', '* Good, because {what gets better}',
    ]);
  });

  it('links the entry of an option once', () => {
    const links = [{ title: 'Circuit Breaker pattern', url: 'link:circuit-breaker' }];
    assert.equal(formatRecord({ ...draft, links }, options).match(/link:circuit-breaker/g)?.length, 1);
  });

  it('says in braces what is still to be written', () => {
    const text = formatRecord({ ...emptyDraft, title: 'Something' }, options);
    for (const hint of Object.values(hints)) assert.ok(text.includes(`{${hint}}`), hint);
    assert.doesNotMatch(text, /Pros and Cons|More Information|undefined/);
    assert.equal(parseRecord(text).summary, '', 'a hint is no context');
  });

  it('reads back with the same title, status, date and number, whatever the title', () => {
    const anyTitle = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('# a #', '3. Use x', 'ADR-0007: 4) y', '<!-- a', '```', '- Status: rejected', 'status: x', '---', 'Use "x" \\ [y](z)'));
    fc.assert(fc.property(anyTitle, fc.constantFrom(...RECORD_STATUSES), fc.integer({ min: 1, max: 99_999 }), anyTitle, (title, status, number, other) => {
      const text = formatRecord({ ...draft, title, context: [other], because: other, options: [{ title: other, gains: [other], costs: [] }], chosen: 0 }, { ...options, status });
      const record = parseRecord(text, recordFileName(number, title));
      assert.deepEqual(
        { title: record.title, status: record.status, date: record.date, number: record.number },
        { title: recordTitle(title), status, date: '2026-11-21', number },
      );
    }));
  });

  it('has a draft that is plain data, and nothing else', () => {
    assert.deepEqual(v.parse(DecisionDraftSchema, JSON.parse(JSON.stringify(draft))), draft);
    const wrongs: readonly unknown[] = [null, {}, { ...draft, chosen: 2 }, { ...draft, chosen: -1 }, { ...draft, extra: 1 }, { ...draft, links: ['x'] }];
    for (const wrong of wrongs) {
      assert.ok(!v.is(DecisionDraftSchema, wrong), JSON.stringify(wrong));
    }
  });
});
