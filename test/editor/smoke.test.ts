import { assert } from './support/assert';
import { extension, isWeb } from './support/host';

describe('the host', () => {
  it('is the one that these suites were bundled for', () => {
    assert.equal(isWeb(), STUDIO_HOST === 'web');
  });

  it('activates the extension', async () => {
    await extension().activate();
    assert.equal(extension().isActive, true);
  });
});
