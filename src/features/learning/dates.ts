import * as vscode from 'vscode';
import { dayNumber, type Day } from '../../core';
import { today } from '../../studio/assessmentStore';

const DAY_MS = 86_400_000;

/** Days are calendar days: shown as they are, whatever the time zone. */
const SHORT: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', timeZone: 'UTC' };
const LONG: Intl.DateTimeFormatOptions = { ...SHORT, year: 'numeric' };

/** "23 Nov", as the language of the editor writes it. */
export function shortDate(day: Day): string {
  return new Intl.DateTimeFormat(vscode.env.language, SHORT).format(timeOf(day));
}

/** "23 Nov 2026" */
export function longDate(day: Day): string {
  return new Intl.DateTimeFormat(vscode.env.language, LONG).format(timeOf(day));
}

/** "23 – 29 Nov" */
export function dateRange(first: Day, last: Day): string {
  return new Intl.DateTimeFormat(vscode.env.language, SHORT).formatRange(timeOf(first), timeOf(last));
}

/** Minutes east of UTC at a moment, where the person is. */
export function offsetAt(time: number): number {
  return -new Date(time).getTimezoneOffset();
}

/** Says when a window comes back to the front on another day than it left: there is no event for midnight. */
export function watchDay(): vscode.Disposable & { readonly onNewDay: vscode.Event<void> } {
  const changed = new vscode.EventEmitter<void>();
  let seen = today();
  const focus = vscode.window.onDidChangeWindowState(({ focused }) => {
    if (!focused || seen === today()) return;
    seen = today();
    changed.fire();
  });
  return {
    onNewDay: changed.event,
    dispose() {
      focus.dispose();
      changed.dispose();
    },
  };
}

function timeOf(day: Day): number {
  return (dayNumber(day) ?? 0) * DAY_MS;
}
