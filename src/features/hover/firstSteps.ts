import * as vscode from 'vscode';
import { CONTEXT_KEYS, STATE_KEYS } from '../../ids';
import type { Studio } from '../../studio/studio';

/** Remembers that a hover was shown, for the step of the walkthrough that is about it. */
export function rememberShown({ context: { globalState }, log }: Studio): { note(): void } {
  let known = globalState.get<unknown>(STATE_KEYS.hoverShown) === true;
  const tell = (): void => { void vscode.commands.executeCommand('setContext', CONTEXT_KEYS.hoverShown, true); };
  if (known) tell();
  return {
    note() {
      if (known) return;
      known = true;
      tell();
      globalState.update(STATE_KEYS.hoverShown, true).then(undefined, (cause: unknown) => { log.error('Cannot remember that a hover was shown', cause); });
    },
  };
}

/** A document to try the hover on, where no code is open that names a pattern. */
export async function openExample(): Promise<void> {
  const lines = [
    `// ${vscode.l10n.t('Hover over the names of the patterns: circuit breaker, retry, saga.')}`,
    'const payments = new CircuitBreaker(paymentClient, { failureThreshold: 5 });',
    'await retryWithBackoff(() => payments.charge(order), { retries: 3 });',
    'await orderSaga.compensate(order);',
    '',
  ];
  const document = await vscode.workspace.openTextDocument({ language: 'typescript', content: lines.join('\n') });
  await vscode.window.showTextDocument(document);
}
