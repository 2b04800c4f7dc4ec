/**
 * npm run bench [-- measure …]: each measure beside a baseline of the same run, as a ratio. Nothing here fails for being
 * slow; what must not be slow by construction is tested elsewhere. A new measure is a function in `measures`.
 */
import { packageExtension } from '../../tools/package';
import { exitOnSignals } from '../host/signals';
import { activation } from './activation';
import { advice } from './advice';
import { calculators } from './calculators';
import { hover } from './hover';
import { mentions } from './mentions';
import { page } from './page';
import { search } from './search';
import { sizes } from './sizes';
import { progress } from './progress';
import { printRatios, type Ratio } from './table';
import { team } from './team';

const measures: Readonly<Record<string, { readonly title: string; measure: () => Ratio[] | Promise<Ratio[]> }>> = {
  activation: { title: 'activate()', measure: activation },
  hover: { title: 'Hover, from request to answer', measure: hover },
  mentions: { title: 'Our own time in a hover, in a file of 10,000 lines; of each place the least of 3', measure: mentions },
  search: { title: 'Search; of each keystroke the least of 3', measure: search },
  advice: { title: 'Recommend Pattern', measure: advice },
  page: { title: 'Page, from the last action to painted content', measure: page },
  sizes: { title: 'Sizes', measure: sizes },
  progress: { title: 'Progress; the least of 5', measure: progress },
  calculators: { title: 'Calculators and the hover on an availability; of each the least of 3', measure: calculators },
  team: { title: 'Entries of a team, from text to library; the least of 3', measure: team },
};

async function main(names: readonly string[]): Promise<void> {
  exitOnSignals();
  const unknown = names.find((name) => !(name in measures));
  if (unknown) throw new Error(`There is no measure "${unknown}". The measures: ${Object.keys(measures).join(', ')}`);
  await packageExtension(); // measures must be of the code that is there, as it ships
  for (const [name, { title, measure }] of Object.entries(measures)) {
    if (names.length === 0 || names.includes(name)) printRatios(title, await measure());
  }
}

void main(process.argv.slice(2)).then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
