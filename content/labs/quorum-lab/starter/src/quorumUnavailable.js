// @ts-check

/** Too few replicas answered before the deadline of the operation. */
export class QuorumUnavailable extends Error {
  /**
   * @param {object} facts
   * @param {'read' | 'write'} facts.operation
   * @param {number} facts.answered how many replicas answered in the phase that failed
   * @param {number} facts.needed how many that phase needed
   * @param {boolean} facts.mayHaveHappened whether the operation may have stored its new value somewhere. Then a later
   *   read may return that value, or may not. A read stores no value of its own, so for a read this is always false.
   */
  constructor({ operation, answered, needed, mayHaveHappened }) {
    super(`${operation}: ${answered} of the ${needed} needed replicas answered in time; ` +
      (mayHaveHappened ? 'the value may be stored or not' : 'nothing was changed'));
    this.name = 'QuorumUnavailable';
    this.operation = operation;
    this.answered = answered;
    this.needed = needed;
    this.mayHaveHappened = mayHaveHappened;
  }
}
