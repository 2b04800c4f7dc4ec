let done = false;

/**
 * Turns the signals that end a process into an ordinary exit, so that its `exit` listeners run: they end what it has
 * started. Without it, Ctrl+C would leave servers and watchers behind.
 */
export function exitOnSignals(): void {
  if (done) return;
  done = true;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(130));
}
