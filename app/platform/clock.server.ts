/** A moment, as milliseconds since 1970 UTC. */
export type Instant = number;

let read: () => Instant = () => Date.now();

/** The one reading of the time. */
export function now(): Instant {
  return read();
}

/** For libraries that want a Date. */
export function toDate(instant: Instant): Date {
  return new Date(instant);
}

/** Tests only: stand the clock still, or let it follow `source`. Call without argument to let it run again. */
export function setClock(source?: Instant | (() => Instant)): void {
  if (source === undefined) read = () => Date.now();
  else read = typeof source === "number" ? () => source : source;
}

/** Resolves after so many milliseconds; does not keep the process alive. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref();
  });
}
