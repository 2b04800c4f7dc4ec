// The spec reporter, which also leaves its counts in the file that STUDIO_MOCHA_STATS names.
const { writeFileSync } = require('node:fs');
const mocha = require('mocha');

const { Spec } = (mocha.default ?? mocha).reporters;

module.exports = class extends Spec {
  /**
   * @param {Mocha.Runner} runner
   * @param {Mocha.MochaOptions} options
   */
  constructor(runner, options) {
    super(runner, options);
    runner.once('end', () => {
      const { passes, failures, pending } = runner.stats;
      writeFileSync(process.env.STUDIO_MOCHA_STATS, JSON.stringify({ passed: passes, failed: failures, skipped: pending }));
    });
  }
};
