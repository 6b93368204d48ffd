/** Longest wait of one timer: a fake clock may jump, and a timer of days would not notice. */
const LONGEST_WAIT_MS = 1_000;
const SHORTEST_WAIT_MS = 5;

type Entry = { dueAt: number; run: () => void };

/**
 * The mock's own time: the machine's, or the one it was given, plus what a test advanced. All that happens later
 * (a session expires, a refund settles, a webhook is tried again) waits here, so that advancing makes it happen.
 */
export class Clock {
  private advancedMs = 0;
  private readonly entries = new Set<Entry>();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly base: () => number) {}

  now(): number {
    return this.base() + this.advancedMs;
  }

  seconds(): number {
    return Math.floor(this.now() / 1000);
  }

  /** The time without what was advanced: webhooks are signed with it, because their receiver's clock did not move. */
  receiversNow(): number {
    return this.base();
  }

  advance(seconds: number): void {
    this.advancedMs += seconds * 1000;
    this.runDue();
  }

  at(dueAt: number, run: () => void): void {
    this.entries.add({ dueAt, run });
    this.arm();
  }

  /** Runs all that is due, in the order of its time; also what falls due by that. */
  runDue(): void {
    for (let next = this.nearest(); next && next.dueAt <= this.now(); next = this.nearest()) {
      this.entries.delete(next);
      next.run();
    }
    this.arm();
  }

  reset(): void {
    this.advancedMs = 0;
    this.entries.clear();
    this.stop();
  }

  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private nearest(): Entry | undefined {
    let nearest: Entry | undefined;
    for (const entry of this.entries) {
      if (!nearest || entry.dueAt < nearest.dueAt) nearest = entry;
    }
    return nearest;
  }

  private arm(): void {
    this.stop();
    const next = this.nearest();
    if (!next) return;
    const wait = Math.max(SHORTEST_WAIT_MS, Math.min(next.dueAt - this.now(), LONGEST_WAIT_MS));
    this.timer = setTimeout(() => this.runDue(), wait);
    this.timer.unref();
  }
}
