import type { Plugin } from 'esbuild';

export const leaveOutUnused: Plugin;
export function leaveOut(text: string, names: readonly string[], path: string): string;
