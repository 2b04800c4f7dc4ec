import type { DecisionDraft, RecordHints, RecordOptions } from '../../../src/core';

export const hints = {
  context: 'describe the situation', driver: 'a force', option: 'an option', because: 'reason', good: 'a gain', bad: 'a cost', confirmation: 'a check',
} satisfies RecordHints;

export const options: RecordOptions = { number: '0005', date: '2026-11-21', status: 'accepted', hints, linkTo: (id) => `link:${id}` };

export const draft: DecisionDraft = {
  title: 'Use Circuit Breaker for calls to payments',
  context: ['Payments hangs.\nCheckout waits.', 'Should it?'],
  drivers: ['Orders go on'],
  options: [
    { title: 'Circuit Breaker', entry: 'circuit-breaker', gains: ['callers keep their threads'], costs: ['one more state'], notes: ['Fails fast.'] },
    { title: 'Wait', gains: [], costs: [] },
  ],
  chosen: 0,
  because: 'calls fail as a unit',
  consequences: { good: ['latency stays'], bad: ['tuning'] },
  confirmation: 'A game day.',
  links: [{ title: 'Release It! [2nd]', url: 'https://example.com/a (b)' }],
};

/** The record of an older time, in the forms that teams have. */
export const MADR = '---\nstatus: accepted\ndate: 2026-01-05\n---\n\n# Use a queue\n\n## Context and Problem Statement\n\nWork gets\nlost.\n\nMore.\n';
export const NYGARD = '# 2. Use a queue\n\nDate: 2026-01-05\n\n## Status\n\nAccepted\n\nAmends [1. Record decisions](0001-record-decisions.md)\n\n## Context\n\nWork gets lost.\n';
export const BULLETS = '# ADR-0002: Use a queue\n\n- Status: accepted\n- Date: 2026-01-05\n\n## Context\n\nWork gets lost.\n';
