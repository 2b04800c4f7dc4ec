/** How the page of an emergency cuts and orders the text of a playbook. */
import assert from 'node:assert/strict';
import { emergencySections } from '../../src/webviews/emergency/sections';

const REFERENCE = { id: 'a-2020', author: 'A. Author', title: 'On Things', year: 2020, url: 'https://example.org/a', kind: 'paper' } as const;
const TEXT = '## Symptoms\n\nSeen.[^a-2020]\n\n## First five minutes\n\n1. Act.\n\n## Stabilise\n\nHold [on](gone.md), [off](there.md).\n\n## Repair\n\nMend.\n';
const readable = (references: string) => ({
  body: { version: 1, id: 'entry', markdown: TEXT, diagrams: [], references: [REFERENCE], executed: false } as const,
  labels: { references },
  unknown: ['gone'],
});

describe('The sections of the emergency page', () => {
  it('are without the steps, with what helps least last and only the relief open', () => {
    const sections = emergencySections(readable('References'));
    assert.deepEqual(sections.map(({ title, open }) => [title, open]), [['Stabilise', true], ['Repair', false], ['Symptoms', false], ['References', false]]);
  });

  it('know the references by their translated name, and which entries are not there', () => {
    const sections = emergencySections(readable('Belege'));
    assert.deepEqual(sections.map(({ title }) => title), ['Stabilise', 'Repair', 'Symptoms', 'Belege']);
    assert.equal(sections[0]?.html, '<p>Hold on, <a href="entry:there" data-entry="there">off</a>.</p>\n');
  });
});
