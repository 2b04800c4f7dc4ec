import type { BuildOptions } from 'esbuild';

/** The extension, and its pages; paths in them are relative to the project. */
export function extensionOptions(production: boolean): BuildOptions & { readonly metafile: true };
export function pageOptions(production: boolean): BuildOptions & { readonly metafile: true };
