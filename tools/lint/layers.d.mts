import type { Rule } from 'eslint';

export declare function findViolation(file: string, specifier: string): string | undefined;
export declare const layersRule: Rule.RuleModule;
