/**
 * The form in which names are compared: "Circuit-Breaker", "circuit_breaker" and "circuit breaker" are one name.
 * @returns lower case without hyphens, underscores and spaces; empty for a name that has nothing else
 */
export function normaliseName(name: string): string {
  return name.toLowerCase().replace(/[-_\s]+/g, '');
}
