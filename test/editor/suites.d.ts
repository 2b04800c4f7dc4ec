/** Made by the bundler (test/host/bundle-suites.ts): imports every test/editor/**\/*.test.ts. */
declare module 'studio:suites' {}
declare module 'mocha/mocha.js' {}

/** Which host the bundle was made for, and the pattern to select tests by, or ''. */
declare const STUDIO_HOST: 'node' | 'web';
declare const STUDIO_GREP: string;
