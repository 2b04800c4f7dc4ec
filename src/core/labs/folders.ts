/** Where a lab is started, and how its folder is known again. */
import * as v from 'valibot';

/** In the folder of each started lab: says which lab it is, on whatever machine. */
export const LAB_MARKER = '.systems-studio-lab.json';

const MarkerSchema = v.object({ lab: v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/)) });

export function labMarker(labId: string): string {
  return `${JSON.stringify({ lab: labId }, null, 2)}\n`;
}

/** The lab that a marker names; undefined for anything else. */
export function parseLabMarker(text: string): string | undefined {
  try {
    const marker = v.safeParse(MarkerSchema, JSON.parse(text));
    return marker.success ? marker.output.lab : undefined;
  } catch {
    return undefined;
  }
}

/** So many labs of one name in one folder; then something else is wrong. */
const MOST_FOLDERS = 99;

/**
 * The folder for a lab: named after it, or with the first number behind it that is free; undefined when none is.
 * @param occupied whether there is something of this name that is not an empty folder
 */
export async function freeFolderName(labId: string, occupied: (name: string) => Promise<boolean>): Promise<string | undefined> {
  for (let number = 1; number <= MOST_FOLDERS; number += 1) {
    const name = number === 1 ? labId : `${labId}-${number}`;
    if (!(await occupied(name))) return name;
  }
  return undefined;
}
