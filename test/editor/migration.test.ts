import * as v from 'valibot';
import * as vscode from 'vscode';
import type { MigrationAnswers } from '../../src/core';
import { DecisionDraftSchema, MIGRATION_FACTS, MIGRATION_QUESTIONS, planMigration, readGuide, type MigrationPlan } from '../../src/core';
import { decisionDraft } from '../../src/features/migration/decision';
import { planMarkdown } from '../../src/features/migration/document';
import { plan } from '../../src/features/migration/plan';
import { factLabel, questionTitle } from '../../src/features/migration/words';
import { COMMANDS, EXTENSION_ID } from '../../src/ids';
import { createLibraryStore } from '../../src/studio/libraryStore';
import { createParsing } from '../../src/studio/parsing';
import { createTeamLibrary } from '../../src/studio/team/teamLibrary';
import { createLog } from '../../src/studio/log';
import { assert } from './support/assert';
import { extension } from './support/host';
import { scriptQuickPicks, type QuickPickScript, type ScriptedPick } from './support/quickPicks';
import { activeTab, api, closeAll } from './support/studio';

const ID = 'monolith-to-microservices';
const TITLE = 'Monolith to Microservices';
type Pick = ScriptedPick<vscode.QuickPickItem>;

const untitled = (): readonly vscode.TextDocument[] => vscode.workspace.textDocuments.filter(({ uri }) => uri.scheme === 'untitled');
const linkTo = (id: string, section?: string): string => `link:${id}${section === undefined ? '' : `#${section}`}`;

describe('Plan a Migration', () => {
  let script: QuickPickScript;
  let studio: Parameters<typeof plan>[0];
  const log = createLog();
  before(async () => {
    await api();
    studio = { ...createLibraryStore(extension().extensionUri, log, createTeamLibrary(log, createParsing(extension().extensionUri, log))), log };
  });
  /** Untitled documents that were opened since the test began; a change of language opens one again. */
  let opened: Set<string>;
  let listener: vscode.Disposable;
  beforeEach(() => {
    script = scriptQuickPicks();
    opened = new Set();
    listener = vscode.workspace.onDidOpenTextDocument(({ uri }) => { if (uri.scheme === 'untitled') opened.add(uri.toString()); });
  });
  afterEach(async () => {
    script.dispose();
    listener.dispose();
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    // Untitled documents ask before they close; emptied, they do not.
    for (const document of untitled()) {
      const edit = new vscode.WorkspaceEdit();
      edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), '');
      await vscode.workspace.applyEdit(edit);
    }
    await closeAll();
  });

  async function made(answers: MigrationAnswers, id = ID): Promise<MigrationPlan> {
    const entry = (await studio.library()).get(id);
    if (entry?.kind !== 'migration') throw new Error(`no migration ${id}`);
    return planMigration(entry, readGuide((await studio.body(id)).markdown), answers);
  }
  async function documentFor(answers: MigrationAnswers, id = ID, allTheSame = false): Promise<string> {
    return planMarkdown(await made(answers, id), await studio.library(), linkTo, allTheSame);
  }
  async function answer(...choices: readonly (string | readonly string[])[]): Promise<Pick[]> {
    const picks: Pick[] = [];
    for (const choice of choices) {
      const pick = await script.next();
      pick.accept(...(typeof choice === 'string' ? [choice] : choice));
      picks.push(pick);
    }
    return picks;
  }
  const EASY = ['Medium', 'One team, with time for it', 'Hours, in an agreed window', 'Under 100 GB', [], []] as const;

  it('has words for every question and answer', () => {
    for (const question of Object.keys(MIGRATION_QUESTIONS)) assert.ok(questionTitle(question as keyof typeof MIGRATION_QUESTIONS).endsWith('?'));
    for (const fact of MIGRATION_FACTS) assert.ok(factLabel(fact).label.length > 0, fact);
  });

  it('asks seven questions, each with its number, and ends in the plan as a Markdown document', async () => {
    const running = plan(studio, undefined);
    const picks = await answer(TITLE, ...EASY);
    assert.deepEqual(picks.map(({ step, totalSteps }) => `${step}/${totalSteps}`), ['1/7', '2/7', '3/7', '4/7', '5/7', '6/7', '7/7']);
    assert.ok(picks.every(({ ignoreFocusOut, title }) => ignoreFocusOut && title === 'Plan a Migration'));
    assert.deepEqual(picks.map(({ buttons }) => buttons.length), [0, 1, 1, 1, 1, 1, 1]);
    assert.ok(picks.slice(1, 5).every(({ items }) => items.some(({ label }) => label === 'Not sure')));
    const result = await script.next();
    assert.match(result.placeholder ?? '', /^Go ahead: \d+–\d+ weeks/);
    result.accept('Open the plan');
    await running;
    assert.equal(opened.size, 1);
    const document = vscode.window.activeTextEditor?.document;
    assert.equal(document?.languageId, 'markdown');
    assert.equal(document?.uri.scheme, 'untitled');
    assert.match(document?.getText() ?? '', /^# Migration plan: Monolith to Microservices\n/);
    assert.ok(document?.getText().includes(`${vscode.env.uriScheme}://${EXTENSION_ID}/entry/outbox`), 'links work outside');
  });

  it('skips the first question for a migration that is given, by id or as a tree node', async () => {
    for (const argument of [ID, { entryId: ID }]) {
      const running = plan(studio, argument);
      const pick = await script.next();
      assert.match(pick.placeholder ?? '', /How large/);
      assert.equal(pick.totalSteps, 6);
      assert.equal(pick.buttons.length, 0);
      pick.hide();
      await running;
    }
  });

  it('asks only what matters to the migration', async () => {
    const running = plan(studio, 'rest-to-graphql');
    const picks = await answer('Small', 'Not sure', []);
    const last = await script.next();
    assert.deepEqual([...picks, last].map(({ step, totalSteps }) => `${step}/${totalSteps}`), ['1/4', '2/4', '3/4', '4/4']);
    last.hide();
    await running;
  });

  it('refuses what is no migration, and says what to do', async () => {
    await assert.rejects(plan(studio, 'circuit-breaker'), /no migration "circuit-breaker".*choose one of the list/);
    await assert.rejects(plan(studio, 42), /no migration ""/);
  });

  it('goes back with the answers kept, and forgets what was true of another migration only', async () => {
    const running = plan(studio, undefined);
    await answer(TITLE, 'Large', 'Many teams');
    (await script.next()).back();
    const team = await script.next();
    assert.deepEqual(team.activeItems.map(({ label }) => label), ['Many teams']);
    team.back();
    (await script.next()).back();
    const first = await script.next();
    assert.deepEqual(first.activeItems.map(({ label }) => label), [TITLE]);
    first.accept('REST to GraphQL');
    const size = await script.next();
    assert.deepEqual(size.activeItems.map(({ label }) => label), ['Large']);
    size.hide();
    await running;
  });

  it('writes nothing when it is cancelled, at any step', async () => {
    for (let cancelledAt = 0; cancelledAt <= 7; cancelledAt++) {
      const running = plan(studio, undefined);
      await answer(...([TITLE, ...EASY] as const).slice(0, cancelledAt));
      (await script.next()).hide();
      await running;
      assert.equal(opened.size, 0, `cancelled at ${cancelledAt}`);
    }
  });

  it('opens the page about all migrations for who is not sure', async () => {
    const running = plan(studio, undefined);
    await answer('Not sure');
    await running;
    await activeTab('Migration Guides');
  });

  it('says “don’t”, why, and what to do instead; and plans it all the same if asked', async () => {
    const reason = "One or two teams work on the product and do not wait for each other's releases";
    const running = plan(studio, ID);
    await answer(...EASY.slice(0, 5), [reason]);
    const result = await script.next();
    assert.match(result.placeholder ?? '', /^Don’t, for now/);
    assert.ok(result.items.some(({ label }) => label === reason));
    assert.equal(result.items[0]?.label, 'Open the reasons, and what to do instead');
    result.accept('Plan it all the same');
    await running;
    assert.match(vscode.window.activeTextEditor?.document.getText() ?? '', /^# Migration plan: .*\n\n> \*\*Don’t, for now\.\*\*/);
  });

  it('returns from the result to the last question, with its answer', async () => {
    const running = plan(studio, ID);
    const [, , , , , last] = await answer(...EASY.slice(0, 5), ['The code has no modules yet, so nobody can say where a border would run']);
    (await script.next()).accept('Change the answers');
    const again = await script.next();
    assert.equal(again.placeholder, last?.placeholder);
    assert.deepEqual(again.selectedItems.map(({ label }) => label), ['The code has no modules yet, so nobody can say where a border would run']);
    again.accept();
    (await script.next()).hide();
    await running;
  });

  it('hands the draft to that command, as plain data', async () => {
    const { executeCommand } = vscode.commands;
    const calls: unknown[][] = [];
    Object.assign(vscode.commands, {
      executeCommand: (...call: unknown[]) => { calls.push(call); return Promise.resolve(); },
    });
    try {
      const running = plan(studio, ID);
      await answer(...EASY);
      (await script.next()).accept('Record as a decision');
      await running;
    } finally {
      Object.assign(vscode.commands, { executeCommand });
    }
    const [[command, draft] = []] = calls;
    assert.equal(command, 'systemsStudio.recordDecision');
    assert.ok(v.is(DecisionDraftSchema, JSON.parse(JSON.stringify(draft))), 'what the command takes');
    assert.equal(opened.size, 0);
  });

  it('is a command that a person can cancel in the real quick pick, and that writes nothing then', async () => {
    script.dispose();
    for (let accepted = 0; accepted < 3; accepted++) {
      const running = vscode.commands.executeCommand(COMMANDS.planMigration, ID);
      await new Promise((resolve) => { setTimeout(resolve, 500); });
      for (let step = 0; step < accepted; step++) {
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        await new Promise((resolve) => { setTimeout(resolve, 300); });
      }
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      await running;
      assert.equal(opened.size, 0);
    }
  });

  describe('as a document', () => {
    it('has answers, verdict, overview, phases, risks, measures and what it does not know', async () => {
      const text = await documentFor({ size: 'large', team: 'one-free', downtime: 'none', data: 'over-10tb', compliance: ['audit-trail'] });
      const headings = [...text.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading);
      assert.deepEqual(headings, ['Your answers', 'Verdict', 'Overview', 'Phases', 'Risks', 'Measures', 'What this plan does not know']);
      assert.equal(text.match(/^### Phase \d: /gm)?.length, 6);
      assert.match(text, /- How large is the part that moves\? Large\n/);
      assert.match(text, /\*\*Go ahead with care\.\*\*/);
      assert.match(text, /You said “No downtime”: phase 5, “Move the ownership of the data”, has a point of no return/);
      assert.match(text, /\*\*Duration\.\*\* 23–33 weeks: weeks 25 to 47 in the quick case, 48 to 80 in the slow case\. The guide says 7–10 weeks for each service, assuming the tables are already separate/);
      assert.match(text, /- × 1\.5 because you said “No downtime”: we assume that each cut-over is rehearsed and run twice\./);
      assert.match(text, /- Together × 3\.22, rounded up to whole weeks\./);
      assert.match(text, /- \[ \] .*\*\(added because you said “Over 10 TB”\)\*/);
      assert.match(text, /#### Exit criteria\n\n- \[ \] /);
      assert.match(text, /#### Way back\n\nNothing has been changed\./);
      assert.match(text, /\*\*Patterns\.\*\* \[Transactional Outbox\]\(link:outbox\), \[Saga\]\(link:saga\)/);
      assert.match(text, /\| \[distributed monolith\]\(link:distributed-monolith\) \| releases in a fixed order \| move the border, or merge \|/);
      assert.match(text, /each further one adds \d+–\d+ weeks/);
    });

    it('has no link that leads nowhere outside, and no citation, for any migration', async () => {
      for (const { id } of (await studio.library()).all('migration')) {
        for (const allTheSame of [false, true]) {
          const text = await documentFor({ data: 'over-10tb', downtime: 'none', whenNot: allTheSame ? (await made({}, id)).entry.whenNot : [] }, id, allTheSame);
          assert.doesNotMatch(text, /\]\((?!link:|https:)/, id);
          assert.doesNotMatch(text, /\[\^|undefined|\{\d\}|NaN/, id);
          const chart = /```text\n([\s\S]*?)```/.exec(text)?.[1] ?? '';
          assert.ok(chart.split('\n').every((line) => line.length <= 80), id);
        }
      }
    });

    it('begins with “Don’t, for now” and has no phases, but what to do instead', async () => {
      const text = await documentFor({ size: 'small', team: 'one-free', whenNot: ['The code has no modules yet, so nobody can say where a border would run'] });
      assert.match(text, /^# Don’t, for now: Monolith to Microservices\n/);
      assert.deepEqual([...text.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading), ['Verdict', 'What to do instead', 'When to come back', 'Your answers']);
      assert.match(text, /You said that this is true: “The code has no modules yet/);
      assert.match(text, /You said “Small”, “One team, with time for it”: one team that runs a small system/);
      assert.match(text, /## What to do instead\n\nIf the trouble is tangled code, make a \[modular monolith\]\(link:modular-monolith\)/);
      assert.match(text, /## When to come back\n/);
      assert.doesNotMatch(text, /## Phases|```/);
    });

    it('names a phase that is left out, with the answer', async () => {
      const text = await documentFor({ team: 'one-free' }, 'rest-to-graphql');
      assert.match(text, /\*\*Left out\.\*\* Because you said “One team, with time for it”\. The guide says of this phase: assuming more than three owning teams; otherwise keep one graph service\./);
    });

    it('keeps code within its step', async () => {
      const text = await documentFor({}, 'shared-database-to-database-per-service');
      assert.match(text, /- \[ \] Collect statements by role.*\n\n {2}```sql\n {2}SELECT/);
    });

    it('is the same each time', async () => {
      const answers: MigrationAnswers = { size: 'large', downtime: 'minutes', compliance: ['residency', 'change-control'] };
      assert.equal(await documentFor(answers), await documentFor(answers));
    });
  });

  it('drafts a decision: to migrate, to stay, or open', async () => {
    const draft = decisionDraft(await made({}), linkTo);
    assert.equal(draft.chosen, 0);
    assert.equal(draft.options.length, 2);
    assert.ok(draft.drivers.length > 0 && draft.options.every(({ costs }) => costs.length > 0));
    assert.deepEqual(draft.links, [{ title: TITLE, url: `link:${ID}` }]);
    assert.equal(decisionDraft(await made({ downtime: 'none' }), linkTo).chosen, undefined);
    const stay = decisionDraft(await made({ size: 'small', team: 'one-free' }), linkTo);
    assert.equal(stay.chosen, 1);
    assert.match(stay.because ?? '', /There is nothing to separate$/);
    assert.match(stay.context.join('\n'), /You said “Small”/);
  });
});
