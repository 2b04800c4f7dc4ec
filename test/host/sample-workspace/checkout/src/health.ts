/** What the service needs from its database to answer for its health. */
export interface Database {
  query(sql: string, options: { readonly timeoutMs: number }): Promise<unknown>;
}

export interface HealthAnswer {
  readonly status: 200 | 503;
  readonly body: Readonly<Record<string, string>>;
}

const QUERY_TIMEOUT_MS = 500;

/**
 * `/health/live`: the process is up and its event loop turns.
 * `/health/dependencies`: in addition, the database answers and payments can be reached.
 */
export function createHealth(database: Database, paymentsUrl: string) {
  const checks: Readonly<Record<string, () => Promise<unknown>>> = {
    database: () => database.query('select 1', { timeoutMs: QUERY_TIMEOUT_MS }),
    payments: () => fetch(new URL('/health/live', paymentsUrl), { signal: AbortSignal.timeout(QUERY_TIMEOUT_MS) }),
  };

  return async function health(path: string): Promise<HealthAnswer | undefined> {
    if (path === '/health/live') return { status: 200, body: { process: 'ok' } };
    if (path !== '/health/dependencies') return undefined;

    const results = await Promise.all(
      Object.entries(checks).map(async ([name, check]) => {
        try {
          await check();
          return [name, 'ok'] as const;
        } catch (error) {
          return [name, error instanceof Error ? error.message : 'unreachable'] as const;
        }
      }),
    );
    const isHealthy = results.every(([, result]) => result === 'ok');
    return { status: isHealthy ? 200 : 503, body: Object.fromEntries(results) };
  };
}
