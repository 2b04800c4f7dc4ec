import assert from 'node:assert/strict';
import * as v from 'valibot';
import { BriefStateSchema, EmergencyStateSchema, FromBriefSchema, FromEmergencySchema, FromLearningSchema, FromPageSchema, LearningStateSchema, PageStateSchema, ToEmergencySchema, ToPageSchema } from '../../src/webviews/protocol';

const accepts = (schema: v.GenericSchema, value: unknown): boolean => v.safeParse(schema, value).success;

describe('The protocol between pages and features', () => {
  it('takes what pages say', () => {
    for (const message of [
      { type: 'ready' },
      { type: 'follow', entry: 'saga', section: null, beside: false },
      { type: 'scrolled', entry: 'saga', scroll: 12.5 },
      { type: 'mark', entry: 'saga', mark: 'read', on: true },
      { type: 'openWeb', url: 'https://example.org/a?b#c' },
    ]) assert.ok(accepts(FromPageSchema, message), message.type);
    assert.ok(accepts(FromLearningSchema, { type: 'check', path: 'foundations', item: 'counter', on: true }));
  });

  it('refuses what is malformed, and addresses that are not of the web', () => {
    for (const message of [
      undefined, null, 'ready', {}, { type: 'unknown' }, { type: 'follow', entry: 7, section: null, beside: false },
      { type: 'scrolled', entry: 'saga', scroll: -1 }, { type: 'mark', entry: 'saga', mark: 'liked', on: true },
      { type: 'openWeb', url: 'javascript:alert(1)' }, { type: 'openWeb', url: 'command:workbench.action.quit' }, { type: 'openWeb', url: 'file:///etc/passwd' },
    ]) assert.equal(accepts(FromPageSchema, message), false, JSON.stringify(message));
    assert.equal(accepts(FromLearningSchema, { type: 'check', path: 'foundations', item: 'counter' }), false);
    assert.equal(accepts(ToPageSchema, { type: 'show', content: {} }), false);
  });

  it('refuses a state that cannot be restored', () => {
    assert.ok(accepts(PageStateSchema, { entry: 'saga', scroll: 0, back: [], forward: [{ entry: 'cqrs', scroll: 3 }] }));
    for (const state of [undefined, {}, { entry: 'saga' }, { entry: 'saga', scroll: '0', back: [], forward: [] }]) {
      assert.equal(accepts(PageStateSchema, state), false);
    }
    assert.equal(accepts(LearningStateSchema, { path: 7, scroll: 0 }), false);
  });

  it('holds the page of an emergency to the same', () => {
    for (const message of [
      { type: 'check', playbook: 'queue-backlog', step: 'a', on: true }, { type: 'incident', playbook: 'queue-backlog', change: 'end' },
      { type: 'changePlaybook', playbook: null }, { type: 'openNotes' }, { type: 'openWeb', url: 'https://example.org' },
    ]) assert.ok(accepts(FromEmergencySchema, message), message.type);
    for (const message of [
      { type: 'check', playbook: 'queue-backlog', step: 'a' }, { type: 'incident', playbook: 'queue-backlog', change: 'delete' },
      { type: 'changePlaybook' }, { type: 'openWeb', url: 'command:workbench.action.quit' }, { type: 'copy', text: 7 },
    ]) assert.equal(accepts(FromEmergencySchema, message), false, JSON.stringify(message));
    assert.equal(accepts(EmergencyStateSchema, { playbook: 'queue-backlog', scroll: 0 }), false);
  });

  it('holds the page of a brief to the same', () => {
    const subject = { type: 'item', path: 'foundations', item: 'laboratory' };
    for (const message of [
      { type: 'reveal', subject, hints: 2, discussion: false }, { type: 'mark', subject: { type: 'lab', lab: 'saga-lab' }, on: true }, { type: 'act', subject, action: 'solution' },
    ]) assert.ok(accepts(FromBriefSchema, message), message.type);
    for (const message of [
      { type: 'reveal', subject, hints: -1, discussion: false }, { type: 'reveal', subject, hints: 1.5, discussion: false }, { type: 'reveal', subject: { type: 'item', path: 'foundations' }, hints: 1, discussion: false },
      { type: 'act', subject, action: 'delete' }, { type: 'mark', subject, on: 'yes' },
    ]) assert.equal(accepts(FromBriefSchema, message), false, JSON.stringify(message));
    const state = { subject, title: 'T', scroll: 0, marks: { 'foundations/laboratory': { ticks: [0], hints: 1, discussion: false } } };
    assert.ok(accepts(BriefStateSchema, state));
    for (const broken of [{ ...state, marks: { x: { ticks: 'all' } } }, { ...state, subject: undefined }, { ...state, scroll: null }]) assert.equal(accepts(BriefStateSchema, broken), false);
  });

  describe('takes the text of an entry to be rendered', () => {
    const REFERENCE = { id: 'a-2020', author: 'A', title: 'T', year: 2020, url: 'https://example.org', kind: 'paper' };
    const BODY = { version: 1, id: 'saga', markdown: 'Text.', diagrams: [], references: [REFERENCE], executed: false };
    const show = (body: unknown, rest = {}): readonly [v.GenericSchema, unknown][] => {
      const readable = { body, labels: { copy: 'Copy' }, unknown: [], ...rest };
      const content = { id: 'saga', title: 'Saga', kind: 'Pattern', summary: '', badge: null, facts: [], lists: [], readable, calculators: [{ id: 'quorum', title: 'Q', query: 'n=3', because: 'B.' }], related: [], previous: null, next: null };
      const playbook = { playbook: 'saga', title: 'Saga', relief: { action: '', time: '', risk: '' }, steps: [], readable };
      const incident = { state: 'none', elapsed: 0, started: null, checks: {}, notes: false, others: [] };
      return [
        [ToPageSchema, { type: 'show', content, marks: { read: false, bookmarked: false }, labels: {}, state: { entry: 'saga', scroll: 0, back: [], forward: [] }, section: null }],
        [ToEmergencySchema, { type: 'show', content: playbook, incident, labels: {} }],
      ];
    };

    it('whole, and not in another shape', () => {
      for (const [schema, message] of show(BODY)) assert.ok(accepts(schema, message));
      for (const body of [undefined, {}, { ...BODY, markdown: 7 }, { ...BODY, version: 2 }, { ...BODY, references: [{ ...REFERENCE, kind: 'rumour' }] }]) {
        for (const [schema, message] of show(body)) assert.equal(accepts(schema, message), false, JSON.stringify(body));
      }
      for (const rest of [{ unknown: undefined }, { unknown: [7] }, { labels: undefined }]) {
        for (const [schema, message] of show(BODY, rest)) assert.equal(accepts(schema, message), false, JSON.stringify(rest));
      }
    });

    it("although values of a team's entry break the rules of the library, untouched", () => {
      const body = { ...BODY, references: [{ ...REFERENCE, author: ` ${'A'.repeat(300)}`, year: 1800, url: 'nowhere' }] };
      for (const [schema, message] of show(body)) assert.deepEqual(v.parse(schema, message), message);
    });
  });
});
