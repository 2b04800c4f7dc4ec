import type { Outline, OutlineSection } from '../../markdown/outline';
import type { Kind } from '../../vocabulary';
import type { Draft } from '../draft';
import type { Report } from '../source';
import { checkPhases, checkPlaybook } from './plans';

const PRINCIPLE = ['Statement', 'Why it holds', 'What it costs to ignore', 'How to design with it', 'Patterns that answer it', 'Common misreadings', 'Exercises'];
/** The kinds that choose their own sections, with the least number of them. */
const FREE_SECTIONS = { guide: 4, company: 1, reference: 0 } as const;
/** The sections of each other kind, in order. */
export const SECTIONS: Readonly<Record<Exclude<Kind, keyof typeof FREE_SECTIONS>, readonly string[]>> = {
  law: PRINCIPLE,
  pillar: PRINCIPLE,
  principle: PRINCIPLE,
  pattern: ['Problem', 'How it works', 'Choosing the parameters', 'Implementation', 'Failure modes', 'Operating it', 'In practice'],
  'case-study': ['Requirements', 'Estimates', 'Architecture', 'Decisions', 'What broke or would break', 'Lessons', 'Questions'],
  'anti-pattern': ['Looks like', 'Why it happens', 'What it costs', 'Way out', 'Patterns'],
  playbook: ['Symptoms', 'First five minutes', 'Stabilise', 'Find the cause', 'Repair', 'Prevent', 'Verify'],
  migration: ['When it pays', 'When not to', 'From and to', 'Phases', 'Risks', 'Measures', 'Patterns used'],
};
/** Words of the body, least and most. */
export const WORDS: Readonly<Record<Kind, readonly [number, number]>> = {
  law: [1000, 1800],
  pillar: [1000, 1800],
  principle: [900, 1800],
  pattern: [700, 1400],
  'anti-pattern': [450, 1000],
  'case-study': [800, 1600],
  company: [120, 500],
  playbook: [700, 1500],
  migration: [900, 2000],
  guide: [800, 2000],
  reference: [15, 200],
};
const EXERCISES = 3;
const QUESTIONS = 3;

/** Headings, sections and length of one body. */
export function checkStructure({ kind, outline, markdown, lineOf }: Draft, report: Report): void {
  const first = outline.headings[0];
  const start = lineOf('title');
  if (kind === 'reference') checkIntroduction(outline, report);
  else if (first === undefined) report(start, 'has no sections; start the body with a "##" heading');
  else if (!/^\s*## /.test(markdown)) report(first.line, 'the body does not start with a "##" heading; move the text below the first one, and do not repeat the title');
  checkLevels(outline, report);
  if (kind === 'guide' || kind === 'company' || kind === 'reference') {
    const least = FREE_SECTIONS[kind];
    if (outline.sections.length < least) report(start, `has ${outline.sections.length} sections; a ${kind} needs at least ${least}`);
  } else checkSections(outline, SECTIONS[kind], start, report);
  for (const section of outline.sections) {
    if (!section.filled) report(section.line, `the section "${section.title}" is empty; fill it`);
  }
  const [least, most] = WORDS[kind];
  if (outline.words < least) report(start, `has ${outline.words} words; a ${kind} needs at least ${least}`);
  if (outline.words > most) report(start, `has ${outline.words} words; a ${kind} takes at most ${most}: cut it, or move a part to its own entry`);
}

/** The text before a generated page has no headings of its own: they are generated. */
function checkIntroduction({ headings }: Outline, report: Report): void {
  for (const { title, line } of headings) report(line, `the heading "${title}" stands in an introduction; remove it, because the sections are generated`);
}

/** A level is never skipped; `#### Solution` stands under `### Exercise`. */
function checkLevels({ headings }: Outline, report: Report): void {
  let above = 1;
  for (const { level, title, line } of headings) {
    if (level === 1) report(line, `"# ${title}" repeats the title's level; use "##"`);
    else if (level > above + 1) report(line, `the heading "${title}" jumps from level ${above} to ${level}; use "${'#'.repeat(above + 1)}"`);
    above = Math.max(level, 1);
  }
}

/** The first section that is missing, unknown or out of place, so that one slip is one message. */
function checkSections({ sections }: Outline, expected: readonly string[], start: number, report: Report): void {
  const titles = new Set(sections.map((section) => section.title));
  const missing = expected.filter((title) => !titles.has(title));
  const unknown = sections.filter((section) => !expected.includes(section.title));
  const order = `the order is ${expected.join(', ')}`;
  if (missing.length > 0) report(start, `the section${missing.length > 1 ? 's' : ''} ${missing.map((title) => `"## ${title}"`).join(', ')} ${missing.length > 1 ? 'are' : 'is'} missing; ${order}`);
  for (const section of unknown) report(section.line, `the section "${section.title}" does not belong to this kind; make it a "###" part of one that does: ${expected.join(', ')}`);
  const known = sections.filter((section) => expected.includes(section.title));
  const present = expected.filter((title) => titles.has(title));
  const astray = known.find((section, index) => section.title !== present[index]);
  if (astray !== undefined) report(astray.line, `the section "${astray.title}" is out of place or written twice; ${order}`);
}

/** What certain sections must hold. */
export function checkSectionContents(draft: Draft, report: Report): void {
  const { kind, outline } = draft;
  const section = (title: string, check: (found: OutlineSection) => void): void => {
    const found = outline.sections.find((candidate) => candidate.title === title && candidate.filled);
    if (found !== undefined) check(found);
  };
  const needsDiagram = (found: OutlineSection): void => {
    if (!outline.fences.some((fence) => fence.language === 'mermaid' && fence.section === found.title)) {
      report(found.line, `the section "${found.title}" has no diagram; add a mermaid block with a caption`);
    }
  };
  if (kind === 'pattern') {
    section('How it works', needsDiagram);
    section('Choosing the parameters', (found) => {
      if (found.tables === 0) report(found.line, 'the section "Choosing the parameters" has no table; add one with a row for each parameter');
    });
    section('In practice', (found) => {
      if (found.citations === 0) report(found.line, 'the section "In practice" cites nothing; cite a source for each system as [^reference-id]');
    });
  }
  if (kind === 'case-study') {
    section('Architecture', needsDiagram);
    section('Questions', (found) => {
      if (found.listItems < QUESTIONS) report(found.line, `the section "Questions" has ${found.listItems} list items; ask at least ${QUESTIONS} questions, each as a list item`);
    });
  }
  if (kind === 'law' || kind === 'pillar' || kind === 'principle') checkExercises(draft, report);
  if (kind === 'anti-pattern') {
    section('What it costs', (found) => {
      if (found.citations === 0) report(found.line, 'the section "What it costs" cites nothing; cite a source as [^reference-id]');
    });
  }
  if (kind === 'playbook') checkPlaybook(draft, section, report);
  if (kind === 'migration') {
    section('From and to', needsDiagram);
    section('Risks', (found) => {
      if (found.tables === 0) report(found.line, 'the section "Risks" has no table; add one with the columns risk, sign, answer');
    });
    checkPhases(draft, report);
  }
}

function checkExercises({ outline: { headings, sections } }: Draft, report: Report): void {
  const section = sections.find(({ title }) => title === 'Exercises');
  if (section === undefined) return;
  const from = headings.findIndex(({ line }) => line === section.line) + 1;
  const end = headings.findIndex(({ level }, index) => index >= from && level <= 2);
  const inside = headings.slice(from, end === -1 ? undefined : end);
  const exercises = inside.filter(({ level }) => level === 3);
  if (exercises.length < EXERCISES) report(section.line, `has ${exercises.length} exercises; write at least ${EXERCISES}, each as "### Exercise n: title"`);
  exercises.forEach((exercise, index) => {
    if (!exercise.title.startsWith(`Exercise ${index + 1}: `)) report(exercise.line, `the heading "${exercise.title}" should be "Exercise ${index + 1}: title"`);
    const next = inside[inside.indexOf(exercise) + 1];
    if (next?.level !== 4 || next.title !== 'Solution') report(exercise.line, `"${exercise.title}" has no solution; end it with "#### Solution"`);
  });
}
