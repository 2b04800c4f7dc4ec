/**
 * Every message between a page and its feature, as discriminated unions, checked at run time on both sides.
 * A page is a plain renderer: it owns no knowledge, asks for nothing twice, and says what the reader did.
 */
export * from './advice';
export * from './comparison';
export * from './learning';
export * from './page';
export * from './emergency';
export * from './brief';
export * from './quiz';
export * from './calculator';
export type { CalculatorLink, EntryLink, Failed, Readable } from './shared';
