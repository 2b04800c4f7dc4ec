import type { Fence } from '../../markdown/outline';
import type { Draft } from '../draft';
import type { Report } from '../source';
import { checkYamlText } from '../yaml';

/** A caption is a sentence that stands in for the picture, not a word. */
const CAPTION_WORDS = 4;

/** What a page can show and a reader follow. */
const SAMPLE_LINES = 70;

/** Whether a block is a sample that is executed. */
export function isSample({ language, note }: Fence): boolean {
  return language === 'ts' && note === 'run';
}

/** Code blocks and diagrams as far as their text shows; running and rendering is up to the caller. */
export function checkFences({ front, lineOf, outline }: Draft, report: Report): void {
  for (const fence of outline.fences) {
    if (fence.text.trim() === '') report(fence.line, 'the code block is empty; fill or remove it');
    const lines = fence.text.trim().split('\n').length;
    if (isSample(fence) && lines > SAMPLE_LINES) report(fence.line, `the sample has ${lines} lines; show the smallest code that is right, in at most ${SAMPLE_LINES}`);
    if (fence.language === 'mermaid') checkDiagramText(fence, report);
    else if (fence.language === 'yaml' || fence.language === 'yml') checkYamlText(fence.text, fence.line + 1, report);
    else if (fence.language === 'json') checkJson(fence, report);
    else if (fence.language === '') report(fence.line, 'the code block names no language; write it after the fence, or "text"');
    else if (fence.note !== '' && !isSample(fence)) report(fence.line, `"${fence.language} ${fence.note}" is not known; write "ts run" for a sample that runs, or the language alone`);
  }
  if (front?.kind !== 'pattern') return;
  const sample = outline.fences.find(isSample);
  const reason = front.noSampleReason !== undefined;
  if (sample === undefined && !reason) report(lineOf('title'), 'has neither a "ts run" sample nor a noSampleReason; write one of them');
  if (sample !== undefined && reason) report(lineOf('noSampleReason'), `has a noSampleReason and a "ts run" sample in line ${sample.line}; remove one`);
}

/** A configuration that a reader copies must at least be read by the tool that it is for. */
function checkJson({ text, line }: Fence, report: Report): void {
  try {
    JSON.parse(text);
  } catch {
    // The words of the parser differ from one version of the runtime to the next.
    report(line, 'the block is not valid JSON; correct it, or name it "text" if it is an excerpt');
  }
}

function checkDiagramText(fence: Fence, report: Report): void {
  if (fence.note.split(' ').length < CAPTION_WORDS) report(fence.line, 'the diagram has no caption; write a sentence that says what it shows after "mermaid"');
  const lines = fence.text.split('\n');
  const first = lines.findIndex((line) => line.trim() !== '');
  const header = lines[first] ?? '';
  if (!/^\s*(?:flowchart|graph|sequenceDiagram|stateDiagram-v2|erDiagram|classDiagram)\b/.test(header)) {
    report(fence.line + 1 + first, `"${header.trim()}" is not a diagram that the build draws; use flowchart, sequenceDiagram, stateDiagram-v2, erDiagram or classDiagram`);
  }
  lines.forEach((line, index) => {
    const at = fence.line + 1 + index;
    if (/^\s*(?:style|classDef|linkStyle|class \S+ \S+$|click|%%\{)/.test(line) && !/^\s*class \S+ \{$/.test(line)) report(at, 'the diagram has a styling or click directive; remove it, because the theme decides the colours');
    if (/<\/?[a-z][^>]*>/i.test(line.replace(/<<[^>]*>>/g, ''))) report(at, 'the diagram has HTML in a label; write plain words');
  });
}
