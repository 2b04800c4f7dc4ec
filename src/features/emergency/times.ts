/** Times as people on call read them. The zone is that of the editor. */

const two = (value: number): string => String(value).padStart(2, '0');

/** `HH:MM:SS` of a time in milliseconds since 1970. */
export function timeOfDay(time: number): string {
  const date = new Date(time);
  return `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}

/** ISO 8601 in local time, to the second, with the offset: `2026-11-21T14:03:05+01:00`. */
export function isoWithZone(time: number): string {
  const date = new Date(time);
  const offset = -date.getTimezoneOffset();
  const zone = `${offset < 0 ? '-' : '+'}${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`;
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}T${timeOfDay(time)}${zone}`;
}

/** `+mm:ss`, from an hour on `+hh:mm:ss`, of milliseconds since the start. */
export function sinceStart(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return `+${hours > 0 ? `${two(hours)}:` : ''}${two(minutes)}:${two(seconds % 60)}`;
}
