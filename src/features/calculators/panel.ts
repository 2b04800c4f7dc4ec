import * as vscode from 'vscode';
import * as v from 'valibot';
import type { Entry, Library } from '../../core';
import { COMMANDS, PANELS } from '../../ids';
import { addressOfCalculator } from '../../studio/entryAddress';
import { createKeyedPanels, type KeyedPanel } from '../../studio/keyedPanels';
import type { Said } from '../../studio/panelConnection';
import type { Studio } from '../../studio/studio';
import { CalculatorStateSchema, FromCalculatorSchema, type FromCalculator, type ToCalculator } from '../../webviews/protocol';
import type { LastEditor } from './insert';
import type { KeptInputs } from './keptInputs';
import { loadRows, openExample, saveRows } from './rows';
import { calculatorLabels } from './words';

/** What a page of a calculator shows. */
export interface Target {
  readonly calculator: string;
  readonly title: string;
  /** Inputs of a link, until the page has taken them over; null without. */
  readonly query: string | null;
}

/** The pages of the calculators: one for each, which may stand side by side. */
export interface CalculatorPages extends vscode.Disposable {
  open(target: Target): void;
}

export function createCalculatorPages(studio: Studio, kept: KeptInputs, editor: LastEditor): CalculatorPages {
  return createKeyedPanels<Target, FromCalculator, ToCalculator>(studio, {
    viewType: PANELS.calculator,
    page: 'calculator',
    workers: true, // what takes long is calculated beside the page
    keyOf: ({ calculator }) => calculator,
    incoming: FromCalculatorSchema,
    state: v.pipe(CalculatorStateSchema, v.transform(({ calculator, title }): Target => ({ calculator, title, query: null }))),
    title: ({ title }) => title,
    failure: () => vscode.l10n.t('The calculator cannot be shown'),
    async content({ calculator, query }) {
      const [library, words] = await Promise.all([studio.library(), studio.calculator(calculator)]);
      return {
        type: 'show', calculator, words, query, kept: kept.of(calculator),
        entries: relatedOf(library, calculator),
        address: addressOfCalculator(calculator),
        labels: calculatorLabels(),
      };
    },
    receive,
  });

  async function receive(message: Said<FromCalculator>, page: KeyedPanel<Target, ToCalculator>): Promise<void> {
    const done = (text: string): void => { page.post({ type: 'done', text }); };
    switch (message.type) {
      case 'keep': {
        if (message.calculator !== page.target.calculator) return;
        // The link has done its work: painted again, the page must not lose what was typed since.
        page.note({ ...page.target, query: null });
        if (!(await kept.keep(message.calculator, message.typed))) done(vscode.l10n.t('These inputs are too large to be kept here. Save the rows of the tables as files.'));
        return;
      }
      case 'act': {
        const text = await act(message);
        if (text !== undefined) done(text);
        return;
      }
      case 'copyLink':
        await vscode.env.clipboard.writeText(message.link);
        done(vscode.l10n.t('The link is on the clipboard.'));
        return;
      case 'loadRows': {
        const rows = await loadRows();
        if (rows) page.post({ type: 'rows', field: message.field, ...rows });
        return;
      }
      case 'saveRows': {
        const name = await saveRows(message.field, message.text);
        if (name !== undefined) done(vscode.l10n.t('The rows are in {0}.', name));
        return;
      }
      case 'openExample':
        return openExample(studio.context.extensionUri, message.file);
      case 'openEntry':
        await vscode.commands.executeCommand(COMMANDS.openEntryToSide, message.entry);
        return;
    }
  }

  /** @returns what was done; undefined after cancelling */
  async function act({ action, title, markdown }: Extract<FromCalculator, { type: 'act' }>): Promise<string | undefined> {
    switch (action) {
      case 'copy':
        await vscode.env.clipboard.writeText(markdown);
        return vscode.l10n.t('Copied as Markdown.');
      case 'insert':
        return vscode.l10n.t('Inserted into {0}.', await editor.insert(markdown));
      case 'attach': {
        const record: unknown = await vscode.commands.executeCommand(COMMANDS.attachToRecord, { title, markdown });
        return typeof record === 'string' ? vscode.l10n.t('Attached to {0}. Look it over there, and save it.', record) : undefined;
      }
    }
  }
}

/** The entries that a calculator names and the library has, each with the reason. */
function relatedOf(library: Library, calculator: string): Extract<ToCalculator, { type: 'show' }>['entries'] {
  const named = library.calculators.find(({ id }) => id === calculator)?.entries ?? [];
  return named.flatMap(({ id, because }) => {
    const entry = library.get(id);
    return entry ? [{ entry: linkTo(entry), because }] : [];
  });
}

const linkTo = ({ id, title, summary }: Entry): { id: string; title: string; summary: string } => ({ id, title, summary });
