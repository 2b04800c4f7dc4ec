import * as vscode from 'vscode';

/**
 * Questions that are asked one after the other in native quick picks, each with its number, the count and a way back.
 *
 * `State` is what the person has answered so far: plain data, handed from step to step and never changed in place. A step
 * shows its items, turns the choice into the next state, and names the next step, so that an answer can change what is
 * asked after it. The count is found by following the steps with the state as it stands. Going back keeps what was
 * answered: a step starts from the state, whatever the order in which it came about. Nothing is written here; who gives
 * up gets `undefined`, and the caller then does nothing.
 */
export interface QuickStep<State> {
  readonly next: (state: State) => QuickStep<State> | undefined;
  /** Asks, and gives the new state. Not for callers: `oneOf` and `manyOf` make it. */
  readonly ask: (state: State, frame: StepFrame) => Promise<StepOutcome<State>>;
}

/** A row that stands for a value. In a single choice, a value of `undefined` means "not sure". */
export interface StepItem<Value> extends vscode.QuickPickItem {
  readonly value?: Value;
}

interface StepOptions<State, Value> {
  /** The question, translated. */
  readonly question: (state: State) => string;
  readonly items: (state: State) => readonly StepItem<Value>[];
  readonly next: QuickStep<State>['next'];
}

/** A question with one answer. Typing filters by label, description and detail. */
export function oneOf<State, Value>(options: StepOptions<State, Value> & {
  /** The row that is active at first: the answer given before. */
  readonly given: (state: State) => Value | undefined;
  /** May load what the later questions depend on. Throwing ends the whole with that error. */
  readonly answer: (state: State, value: Value | undefined) => State | Promise<State>;
}): QuickStep<State> {
  return {
    next: options.next,
    ask: (state, frame) => showPick<State, Value>(frame, options.question(state), options.items(state), {
      many: false,
      given: ({ value }) => value !== undefined && value === options.given(state),
      answer: ([first]) => options.answer(state, first?.value),
    }),
  };
}

/** A question with any number of answers. Choosing none says "not sure", or none of them. */
export function manyOf<State, Value>(options: StepOptions<State, Value> & {
  readonly given: (state: State) => readonly Value[];
  readonly answer: (state: State, values: readonly Value[]) => State | Promise<State>;
}): QuickStep<State> {
  return {
    next: options.next,
    ask: (state, frame) => showPick<State, Value>(frame, options.question(state), options.items(state), {
      many: true,
      given: ({ value }) => value !== undefined && options.given(state).includes(value),
      answer: (items) => options.answer(state, items.flatMap(({ value }) => (value === undefined ? [] : [value]))),
    }),
  };
}

/** Finished questions: the state, and what `resumeSteps` needs to return to the last question. */
export interface StepsDone<State> {
  readonly state: State;
  readonly asked: readonly QuickStep<State>[];
}

/**
 * Asks from the first step to the end.
 *
 * @param title translated title of every step
 * @returns undefined when the person cancelled; rejects when a step's `answer` throws
 */
export function runSteps<State>(title: string, first: QuickStep<State>, state: State): Promise<StepsDone<State> | undefined> {
  return walk(title, [first], state);
}

/** Asks the last question again, from where a person came to the result; back goes on as before. */
export function resumeSteps<State>(title: string, { asked, state }: StepsDone<State>): Promise<StepsDone<State> | undefined> {
  return walk(title, asked, state);
}

type StepOutcome<State> = { readonly type: 'answered'; readonly state: State } | { readonly type: 'back' } | { readonly type: 'cancelled' };

interface StepFrame {
  readonly title: string;
  /** From 1. */
  readonly step: number;
  readonly totalSteps: number;
}

/** A chain longer than this is a circle. */
const MOST_STEPS = 50;

async function walk<State>(title: string, path: readonly QuickStep<State>[], from: State): Promise<StepsDone<State> | undefined> {
  const asked = [...path];
  let state = from;
  for (;;) {
    const step = asked.at(-1);
    if (step === undefined) return undefined;
    const outcome = await step.ask(state, { title, step: asked.length, totalSteps: asked.length + countAfter(step, state) });
    if (outcome.type === 'cancelled') return undefined;
    if (outcome.type === 'back') {
      // The first step has no button to go back with.
      asked.pop();
      continue;
    }
    ({ state } = outcome);
    const next = step.next(state);
    if (next === undefined) return { state, asked };
    asked.push(next);
  }
}

function countAfter<State>(step: QuickStep<State>, state: State): number {
  let count = 0;
  for (let next = step.next(state); next !== undefined && count < MOST_STEPS; next = next.next(state)) count += 1;
  return count;
}

interface PickOptions<State, Value> {
  readonly many: boolean;
  readonly given: (item: StepItem<Value>) => boolean;
  readonly answer: (items: readonly StepItem<Value>[]) => State | Promise<State>;
}

function showPick<State, Value>(
  { title, step, totalSteps }: StepFrame,
  question: string,
  items: readonly StepItem<Value>[],
  { many, given, answer }: PickOptions<State, Value>,
): Promise<StepOutcome<State>> {
  return new Promise((resolve, reject) => {
    const pick = vscode.window.createQuickPick<StepItem<Value>>();
    pick.title = title;
    pick.step = step;
    pick.totalSteps = totalSteps;
    pick.placeholder = many ? vscode.l10n.t('{0} Choose all that apply.', question) : question;
    pick.canSelectMany = many;
    pick.matchOnDescription = true;
    pick.matchOnDetail = true;
    // Looking something up in the editor must not throw the answers away.
    pick.ignoreFocusOut = true;
    pick.buttons = step > 1 ? [vscode.QuickInputButtons.Back] : [];
    pick.items = items;
    const before = items.filter(given);
    if (many) pick.selectedItems = before;
    else if (before.length > 0) pick.activeItems = before;

    let settled = false;
    let hidden = false;
    const settle = (outcome: StepOutcome<State> | Promise<StepOutcome<State>>): void => {
      if (settled) return;
      settled = true;
      Promise.resolve(outcome).then(resolve, reject).finally(() => { pick.dispose(); });
    };
    pick.onDidAccept(() => {
      const chosen = many ? pick.selectedItems : pick.activeItems;
      // Enter on an empty filter result chooses nothing; that is no answer.
      if (settled || (!many && chosen.length === 0)) return;
      pick.busy = true;
      pick.enabled = false;
      // Who gives up while an answer is still being worked out has given up.
      settle(Promise.resolve().then(() => answer(chosen)).then((state) => (hidden ? { type: 'cancelled' } : { type: 'answered', state })));
    });
    pick.onDidTriggerButton(() => { settle({ type: 'back' }); });
    pick.onDidHide(() => {
      hidden = true;
      settle({ type: 'cancelled' });
    });
    pick.show();
  });
}
