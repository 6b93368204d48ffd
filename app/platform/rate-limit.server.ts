import { now } from "./clock.server";

const MAX_KEYS = 50_000;

/**
 * Counts what one key (an address, a phone number) does in a window; in memory, per process, bounded.
 * `take` answers 0 when the key may, and how many milliseconds it has to wait when it has used up its share.
 */
export function createRateLimit({ limit, windowMs }: { limit: number; windowMs: number }) {
  const windows = new Map<string, { startedAt: number; count: number }>();
  return {
    take(key: string): number {
      const time = now();
      const known = windows.get(key);
      if (known && time - known.startedAt < windowMs) {
        known.count += 1;
        return known.count <= limit ? 0 : known.startedAt + windowMs - time;
      }
      // Oldest first out: a flood of invented keys cannot grow the memory.
      if (windows.size >= MAX_KEYS) windows.delete(windows.keys().next().value ?? "");
      windows.delete(key);
      windows.set(key, { startedAt: time, count: 1 });
      return 0;
    },
    forget(key: string): void {
      windows.delete(key);
    },
  };
}
