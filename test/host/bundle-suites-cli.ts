// Usage: tsx test/host/bundle-suites-cli.ts [grep]: what F5 "Editor tests" runs before it starts.
import { bundleSuites } from './bundle-suites';

void bundleSuites('node', process.argv[2]).then((file) => console.log(file));
