import { KINDS, TIERS, CATEGORIES, DIFFICULTIES, DOMAINS, QUESTIONS, TOPICS } from '../../src/core';
import { CATEGORY_NAMES, DIFFICULTY_NAMES, DOMAIN_NAMES, KIND_NAMES, PROBLEM_NAMES, TIER_NAMES, TOPIC_NAMES } from '../../src/core/overviews/words';
import { categoryLabel, difficultyLabel, domainLabel, kindLabel, problemLabel, tierLabel, topicLabel } from '../../src/studio/labels';
import { assert } from './support/assert';

/** Two lists of the same words: one for pages, which are content, and one for the editor, which is translated. */
describe('The words of generated pages', () => {
  const same = <Id extends string>(ids: readonly Id[], names: Readonly<Record<Id, string>>, label: (id: Id) => string): void => {
    for (const id of ids) assert.equal(names[id], label(id));
  };

  it('are those of the trees and pickers', () => {
    same(KINDS, KIND_NAMES, (kind) => kindLabel(kind, 'many'));
    same(CATEGORIES, CATEGORY_NAMES, categoryLabel);
    same(TIERS, TIER_NAMES, tierLabel);
    same(DIFFICULTIES, DIFFICULTY_NAMES, difficultyLabel);
    same(DOMAINS, DOMAIN_NAMES, domainLabel);
    same(TOPICS, TOPIC_NAMES, topicLabel);
    same(QUESTIONS.hurts, PROBLEM_NAMES, problemLabel);
  });
});
