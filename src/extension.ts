import type * as vscode from 'vscode';
import { createApi, type StudioApi } from './api';
import * as assessment from './features/assessment';
import * as availability from './features/availability';
import * as calculators from './features/calculators';
import * as community from './features/community';
import * as compare from './features/compare';
import * as decisions from './features/decisions';
import * as emergency from './features/emergency';
import * as hover from './features/hover';
import * as learning from './features/learning';
import * as library from './features/library';
import * as links from './features/links';
import * as migration from './features/migration';
import * as page from './features/page';
import * as portability from './features/portability';
import * as practice from './features/practice';
import * as quiz from './features/quiz';
import * as recommend from './features/recommend';
import * as search from './features/search';
import * as team from './features/team';
import * as troubleshooting from './features/troubleshooting';
import { createStudio } from './studio/studio';

/** Builds the studio and registers the features. Nothing is read here: the library loads when something needs it. */
export function activate(context: vscode.ExtensionContext): StudioApi {
  const studio = createStudio(context);
  const features = [library, page, links, search, hover, recommend, compare, learning, troubleshooting, community, decisions, emergency, migration, assessment, team, portability, practice, quiz, calculators, availability];
  context.subscriptions.push(studio, ...features.map((feature) => feature.register(studio)));
  return createApi(studio);
}
