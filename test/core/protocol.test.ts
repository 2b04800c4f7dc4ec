import assert from 'node:assert/strict';
import * as v from 'valibot';
import { EmergencyStateSchema, FromEmergencySchema, FromLearningSchema, FromPageSchema, LearningStateSchema, PageStateSchema, ToPageSchema } from '../../src/webviews/protocol';

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
});
