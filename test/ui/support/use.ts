import { Studio, type StudioOptions } from './studio';

/** Time for a server, an install and a window on a slow machine. */
const openMs = 120_000;

/**
 * Gives a mocha suite a studio of its own: opened before, closed after, with a picture of each failure. The suite also
 * fails when anything in the window has sent a request past the host's address.
 */
export function useStudio(options: StudioOptions): () => Studio {
  let studio: Studio | undefined;
  before('open the studio', async function () {
    this.timeout(openMs);
    studio = await Studio.open(options);
  });
  afterEach('take a picture of a failure', async function () {
    if (this.currentTest?.state !== 'failed' || !studio) return;
    const title = this.currentTest.fullTitle().replace(/\W+/g, '-');
    console.log(`      picture: ${await studio.screenshot(`failed-${title}`)}`);
    console.log(studio.server.log.explain().replace(/^/gm, '      '));
  });
  after('close the studio, having sent nothing out', async function () {
    this.timeout(openMs);
    await studio?.close();
    studio?.network.expectNone();
  });
  return () => {
    if (!studio) throw new Error('useStudio: the studio is open inside tests only');
    return studio;
  };
}
