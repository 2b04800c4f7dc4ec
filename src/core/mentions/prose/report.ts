/** Collects the parts of a text that are prose: called with ascending, non-overlapping offsets, `end` exclusive. */
export type ReportProse = (start: number, end: number) => void;
