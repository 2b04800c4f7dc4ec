import * as vscode from 'vscode';
import { MIGRATION_QUESTIONS, questionsFor, type Library, type MigrationAnswer, type MigrationAnswers, type MigrationEntry, type MigrationGuide, type MigrationQuestion } from '../../core';
import { manyOf, oneOf, type QuickStep, type StepItem } from '../../studio/quickSteps';
import { answerLabel, questionTitle } from './words';

/** What has been answered so far. */
export interface Asked {
  /** Undefined before the first answer. */
  readonly chosen?: { readonly entry: MigrationEntry; readonly guide: MigrationGuide };
  readonly answers: MigrationAnswers;
  /** The person is not sure which migration it is; there is nothing more to ask. */
  readonly unsure?: true;
}

/** The page about all migrations, for who is not sure which one. */
export const OVERVIEW = 'migration-guides';

type SingleQuestion = Exclude<MigrationQuestion, 'compliance'>;

/** The chain of questions; what no phase of the migration depends on is not asked. */
export function createQuestions(
  library: Library,
  loadGuide: (entry: MigrationEntry) => Promise<MigrationGuide>,
): { readonly migration: QuickStep<Asked>; readonly afterMigration: QuickStep<Asked> } {
  const whenNot = manyOf<Asked, string>({
    question: () => vscode.l10n.t('Which of these are true for you?'),
    items: ({ chosen }) => (chosen?.entry.whenNot ?? []).map((text) => ({ label: text, value: text })),
    given: ({ answers }) => answers.whenNot ?? [],
    answer: (state, values) => ({ ...state, answers: { ...state.answers, whenNot: values } }),
    next: () => undefined,
  });
  const compliance = manyOf<Asked, MigrationAnswer<'compliance'>>({
    question: () => questionTitle('compliance'),
    items: () => itemsOf('compliance'),
    given: ({ answers }) => answers.compliance ?? [],
    answer: (state, values) => ({ ...state, answers: { ...state.answers, compliance: values } }),
    next: () => whenNot,
  });
  const data = single('data', () => compliance);
  const downtime = single('downtime', (state) => (isAsked(state).data ? data : compliance));
  const team = single('team', (state) => {
    const asked = isAsked(state);
    return asked.downtime ? downtime : asked.data ? data : compliance;
  });
  const size = single('size', () => team);
  const migration = oneOf<Asked, string>({
    question: () => vscode.l10n.t('Which migration? Type what you have or what you want'),
    items: () => migrationItems(library),
    given: ({ chosen }) => chosen?.entry.id,
    answer: async (state, id) => {
      const entry = library.all('migration').find((migrationEntry) => migrationEntry.id === id);
      // What is true of another migration says nothing about this one.
      const answers = entry?.id === state.chosen?.entry.id ? state.answers : { ...state.answers, whenNot: [] };
      return entry === undefined ? { answers, unsure: true } : { answers, chosen: { entry, guide: await loadGuide(entry) } };
    },
    // Before the answer the longest chain is counted.
    next: ({ unsure }) => (unsure ? undefined : size),
  });
  return { migration, afterMigration: size };
}

function single(question: SingleQuestion, next: QuickStep<Asked>['next']): QuickStep<Asked> {
  return oneOf<Asked, MigrationAnswer<SingleQuestion>>({
    question: () => questionTitle(question),
    items: () => [...itemsOf(question), { label: vscode.l10n.t('Not sure'), description: vscode.l10n.t('leaves this question out') }],
    given: ({ answers }) => answers[question],
    answer: (state, value) => {
      const { [question]: _before, ...rest } = state.answers;
      return { ...state, answers: value === undefined ? rest : { ...rest, [question]: value } };
    },
    next,
  });
}

function itemsOf<Question extends MigrationQuestion>(question: Question): readonly StepItem<MigrationAnswer<Question>>[] {
  const answers: readonly MigrationAnswer<Question>[] = MIGRATION_QUESTIONS[question];
  return answers.map((value) => ({ ...answerLabel(question, value), value }));
}

/** Before the migration is known, the longest chain is counted. */
function isAsked({ chosen }: Asked): { readonly downtime: boolean; readonly data: boolean } {
  return chosen === undefined ? { downtime: true, data: true } : questionsFor(chosen.entry.id, chosen.guide);
}

/** What a person has or wants may be known by another name, so aliases stand where typing finds them. */
function migrationItems(library: Library): readonly StepItem<string>[] {
  const known = library.all('migration').map((entry): StepItem<string> => ({
    label: entry.title,
    description: entry.aliases.join(', '),
    detail: vscode.l10n.t('From: {0}', entry.from),
    value: entry.id,
  }));
  return library.get(OVERVIEW) === undefined
    ? known
    : [...known, { label: vscode.l10n.t('Not sure'), description: vscode.l10n.t('opens the page about all migrations'), alwaysShow: true }];
}
