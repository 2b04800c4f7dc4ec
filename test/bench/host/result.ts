/** Starts the console line that carries a measure out of the host. */
export const resultPrefix = '@studio-bench ';

/** Gives the one result of a module that `measureInHost` runs; an object, so that the line has a recognisable end. */
export function giveResult(result: Readonly<Record<string, unknown>>): void {
  console.log(resultPrefix + JSON.stringify(result));
}
