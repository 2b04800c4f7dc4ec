import type { BuildOptions } from 'esbuild';

/** The extension, what it loads to parse, and its pages; paths in them are relative to the project. */
export function extensionOptions(production: boolean): BuildOptions & { readonly metafile: true };
export function parsingOptions(production: boolean): BuildOptions & { readonly metafile: true };
export function pageOptions(production: boolean): BuildOptions & { readonly metafile: true };
