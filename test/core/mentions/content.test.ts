/** The names in `content/` themselves, on everyday code: what they say of `mentions.code` must be true of real files. */
import assert from 'node:assert/strict';
import { createMentions } from '../../../src/core';
import { contentLibrary } from '../support/contentLibrary';

const mentions = () => createMentions(contentLibrary());

describe('the names of the content', () => {
  const everyday: readonly (readonly [language: string, text: string])[] = [
    ['typescript', "import createSagaMiddleware from 'redux-saga';\nconst saga = createSagaMiddleware();\nfunction* rootSaga() { yield takeEvery('X', saga); }"],
    ['typescript', "await axios.get(url, { timeout: 5000, retry: 3 });\nsetTimeout(run, 100);\nclearTimeout(timer);\nconst cache = new Map(); cache.get(key);"],
    ['typescript', 'const queue: Queue<Job> = new Queue(); const stream = fs.createReadStream(path); const event = new Event("click"); const region = "eu"; const edge = edges[0]; const cell = row.cells[0]; const shard = 1; const partition = 2; const gateway = x; const replica = y;'],
    ['go', 'client := &http.Client{Timeout: 5 * time.Second}\nctx, cancel := context.WithTimeout(ctx, timeout)\nvar retry int\nlimiter := rate.NewLimiter(1, 1)'],
    ['java', 'private Duration timeout; Cache<String, String> cache; Queue<Event> events; @Retry(name = "x") @Timeout(5) void run() {}'],
    ['python', 'requests.get(url, timeout=5)\nfor attempt in retry(3):\n    pass\nwith lock.lease() as lease:\n    queue.put(lease)'],
    ['yaml', 'replicas: 3\ntimeoutSeconds: 5\nkind: Lease\nretries: 3\ncache: true\nregion: eu-west-1\nservices: {}\nqueue: orders\nshards: 4'],
  ];
  for (const [language, text] of everyday) {
    it(`stay silent in ${language}: ${text.split('\n', 1)[0] ?? ''}`, () => {
      assert.deepEqual(mentions().find(text, language).map(({ start, end }) => text.slice(start, end)), []);
    });
  }

  /** Titles that are everyday words even in documents about software; their longer names are recognised. */
  const everydayTitles = ['consensus']; // "there was no consensus in the meeting"

  it('find each pattern by its title, in prose', () => {
    const unnamed = contentLibrary().all('pattern').filter(({ id }) => !everydayTitles.includes(id)).filter(({ id, title }) => !mentions().find(`A ${title} is used.`, 'plaintext').some(({ entry }) => entry.id === id));
    assert.deepEqual(unnamed.map(({ id }) => id), []);
  });

  it('belong to one entry each', () => {
    const owners = new Map<string, string>();
    for (const entry of contentLibrary().all()) {
      if (!('mentions' in entry)) continue;
      for (const name of [...entry.mentions.code, ...entry.mentions.prose]) {
        assert.ok((owners.get(name) ?? entry.id) === entry.id, `"${name}" belongs to ${owners.get(name) ?? ''} and to ${entry.id}`);
        owners.set(name, entry.id);
      }
    }
  });
});
