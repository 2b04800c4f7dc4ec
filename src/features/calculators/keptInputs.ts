import type * as vscode from 'vscode';
import * as v from 'valibot';
import { STATE_KEYS } from '../../ids';
import type { Log } from '../../studio/log';
import { TypedValuesSchema } from '../../webviews/protocol';

/** What was typed into a calculator, by field. */
export type KeptValues = v.InferOutput<typeof TypedValuesSchema>;

/** What was typed into each calculator in this workspace. */
export interface KeptInputs {
  /** Null when nothing is kept, or when it cannot be read, which goes to the log. */
  of(calculator: string): KeptValues | null;
  /**
   * Keeps what is typed; null forgets it.
   * @returns whether it was kept: what is too large is not, and what was kept before stays
   */
  keep(calculator: string, typed: KeptValues | null): Promise<boolean>;
}

/** Characters of JSON; a table with all its rows takes a few thousand. */
const LARGEST = 65_536;

const keyOf = (calculator: string): string => `${STATE_KEYS.calculatorInputs}.${calculator}`;

/** @param state of the workspace: systems differ from one to the next */
export function createKeptInputs(state: vscode.Memento, log: Log): KeptInputs {
  return {
    of(calculator) {
      const stored = state.get<unknown>(keyOf(calculator)) ?? null;
      const typed = v.safeParse(v.nullable(TypedValuesSchema), stored);
      if (typed.success) return typed.output;
      log.warn(`The inputs that are kept for the calculator "${calculator}" are left out, because they cannot be read (${typed.issues[0].message})`);
      return null;
    },
    async keep(calculator, typed) {
      if (typed !== null && JSON.stringify(typed).length > LARGEST) return false;
      await state.update(keyOf(calculator), typed ?? undefined);
      return true;
    },
  };
}
