import * as vscode from 'vscode';
import type { ProblemCode } from '../../core/calculators/numberField';
import type { RowsProblem } from '../../core/calculators/rows';

/** Words around a calculator; the page knows them by key, and fills in what is in braces. */
export function calculatorLabels(): Record<string, string> {
  return {
    copy: vscode.l10n.t('Copy as Markdown'),
    insert: vscode.l10n.t('Insert into Document'),
    attach: vscode.l10n.t('Attach to Decision Record…'),
    copyLink: vscode.l10n.t('Copy Link'),
    reset: vscode.l10n.t('Start from the Example'),
    undo: vscode.l10n.t('Undo'),
    prefilled: vscode.l10n.t('Filled in from a link. What stood here before can come back.'),
    wasReset: vscode.l10n.t('All fields are as in the example. What stood here before can come back.'),
    contents: vscode.l10n.t('Parts'),
    inputs: vscode.l10n.t('Inputs'),
    input: vscode.l10n.t('Input'),
    results: vscode.l10n.t('Results'),
    result: vscode.l10n.t('Result'),
    value: vscode.l10n.t('Value'),
    formula: vscode.l10n.t('Formula'),
    formulaNumbers: vscode.l10n.t('With your numbers'),
    method: vscode.l10n.t('Method'),
    assumptions: vscode.l10n.t('Assumptions'),
    limits: vscode.l10n.t('What it cannot tell'),
    sources: vscode.l10n.t('Sources'),
    source: vscode.l10n.t('Source {0}', '{0}'),
    backToNumber: vscode.l10n.t('Back to the number'),
    related: vscode.l10n.t('Related entries'),
    addRow: vscode.l10n.t('Add a row'),
    removeRow: vscode.l10n.t('Remove row {0}', '{0}'),
    pasteRows: vscode.l10n.t('Paste rows…'),
    pasteHelp: vscode.l10n.t('One row a line; columns separated by tabs, semicolons or commas. A header line is recognised.'),
    useRows: vscode.l10n.t('Use these rows'),
    cancel: vscode.l10n.t('Cancel'),
    loadRows: vscode.l10n.t('Load from a File…'),
    saveRows: vscode.l10n.t('Save as a File…'),
    openExample: vscode.l10n.t('Open an Example File'),
    rerun: vscode.l10n.t('Run again'),
    running: vscode.l10n.t('Running: {0} %', '{0}'),
    cancelled: vscode.l10n.t('Cancelled at {0} %. Run it again for a result.', '{0}'),
    invalid: vscode.l10n.t('Mend the fields that are marked; the results come back at once.'),
    data: vscode.l10n.t('Data of the plot'),
    optional: vscode.l10n.t('may stay empty'),
    units: vscode.l10n.t('Units: {0}', '{0}'),
    yes: vscode.l10n.t('yes'),
    no: vscode.l10n.t('no'),
    empty: vscode.l10n.t('none'),
    openAgain: vscode.l10n.t('Open with these inputs in Distributed Systems Studio'),
    updated: vscode.l10n.t('Results updated'),
    ...problemLabels(),
    ...rowsLabels(),
    ...compositionLabels(),
  };
}

/** What is wrong with a field, by the code of the problem. */
function problemLabels(): Record<ProblemCode | 'notRepresentable', string> {
  return {
    notRepresentable: vscode.l10n.t('The numbers become too large or too small to be calculated with. Bring the inputs nearer to each other.'),
    missing: vscode.l10n.t('Type a value.'),
    notANumber: vscode.l10n.t('This cannot be read as a number. Type digits with a unit, such as {bound}.'),
    otherUnit: vscode.l10n.t('This unit does not fit here. Use one of: {bound}.'),
    notWhole: vscode.l10n.t('It must be a whole number.'),
    tooSmall: vscode.l10n.t('It must be at least {bound}.'),
    tooLarge: vscode.l10n.t('It must be at most {bound}.'),
    notAbove: vscode.l10n.t('It must be more than {bound}.'),
    notBelow: vscode.l10n.t('It must be less than {bound}.'),
    noOption: vscode.l10n.t('Choose one of: {bound}.'),
    tooLong: vscode.l10n.t('At most {bound} characters.'),
    tooFewRows: vscode.l10n.t('At least {bound} rows are needed.'),
    tooManyRows: vscode.l10n.t('At most {bound} rows can be taken.'),
    malformed: vscode.l10n.t('This value cannot be used. Type it anew.'),
    tooFewMembers: vscode.l10n.t('A group needs at least one member.'),
    tooManyBlocks: vscode.l10n.t('At most {bound} blocks can be calculated.'),
    tooManyRequired: vscode.l10n.t('At most {bound} can be required.'),
  };
}

/** What is wrong with rows that were pasted or loaded, by the code of the problem; the page adds the line itself where there is one. */
function rowsLabels(): Record<RowsProblem['code'], string> {
  return {
    rowsEmpty: vscode.l10n.t('There are no rows in this text. Write one row a line.'),
    rowsTooMany: vscode.l10n.t('The table is full before line {0}. Leave out that line and those after it, or use fewer rows.', '{0}'),
    rowsWidth: vscode.l10n.t('Line {0} has too few or too many cells. Write one for each column, in the order of the columns:', '{0}'),
    rowsQuote: vscode.l10n.t('Line {0} has a quotation mark that is not closed. Close it, or leave it out:', '{0}'),
    rowsAmbiguous: vscode.l10n.t('Line {0} has a number that can be read in two ways. Write the decimals of one number of the table, or leave out the separators of thousands:', '{0}'),
    rowsMixed: vscode.l10n.t('Line {0} has a number with another decimal sign than the rest of the table. Use one of them:', '{0}'),
    rowsTooLong: vscode.l10n.t('This text is too long for a table. Use at most a million characters.'),
  };
}

/** The editor of a composition. */
function compositionLabels(): Record<string, string> {
  return {
    addComponent: vscode.l10n.t('Add component'),
    addSeries: vscode.l10n.t('Add series'),
    addRedundant: vscode.l10n.t('Add redundant group'),
    addCopies: vscode.l10n.t('Add copies'),
    remove: vscode.l10n.t('Remove {0}', '{0}'),
    block: vscode.l10n.t('Block'),
    blockName: vscode.l10n.t('Name'),
    availability: vscode.l10n.t('Availability'),
    required: vscode.l10n.t('Required'),
    beta: vscode.l10n.t('Common cause (beta)'),
    copies: vscode.l10n.t('Copies'),
    series: vscode.l10n.t('In series: all must work'),
    redundant: vscode.l10n.t('Redundant: some must work'),
    component: vscode.l10n.t('Component'),
    moveUp: vscode.l10n.t('Move up'),
    moveDown: vscode.l10n.t('Move down'),
  };
}
