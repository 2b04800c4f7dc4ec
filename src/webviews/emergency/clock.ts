/** The running clock. The host says how much time has passed; the page counts on from there. */

let timer: ReturnType<typeof setTimeout> | undefined;

/** `mm:ss`, from an hour on `hh:mm:ss`. */
export function clockText(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const parts = [Math.floor(seconds / 60) % 60, seconds % 60];
  if (seconds >= 3600) parts.unshift(Math.floor(seconds / 3600));
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}

/**
 * Shows the time in an element, and goes on counting if it runs; replaces the clock before.
 *
 * @param elapsed milliseconds that have passed by now
 */
export function runClock(target: Element | null, elapsed: number, running: boolean): void {
  stopClock();
  if (!target) return;
  const began = performance.now() - elapsed;
  const tick = (): void => {
    const now = running ? performance.now() - began : elapsed;
    target.textContent = clockText(now);
    // Aligned to the second: an interval would drift, and skip one now and then.
    if (running) timer = setTimeout(tick, 1000 - (now % 1000));
  };
  tick();
}

export function stopClock(): void {
  clearTimeout(timer);
}
