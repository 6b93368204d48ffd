import { pause } from "./clock.server";
import { newId } from "./ids";
import { errorFields, logger } from "./logger.server";

/** Work that may take longer than somebody waits for an answer. */
export type LongWork<Value> = {
  id: string;
  /** What it is about: there is one at a time of each. */
  key: string;
  /** What somebody typed to begin it, for a form that has to be sent again. */
  typed: string;
  /** Part done, 0 to 1. */
  done: number;
  /** Null while it waits or runs; `failed`: it threw, and the log says what. */
  outcome: { kind: "value"; value: Value } | { kind: "failed" } | null;
};

const KEPT_MAX = 100;
/** All of this process, one after another: each has the machine for itself, and a crowd of requests has it once. */
let turn: Promise<void> = Promise.resolve();

/**
 * Keeps the work of one kind and what came of it in this process's memory: a restart forgets it, so what matters must be
 * in the database when it ends, whole or not at all.
 */
export function createLongWorks<Value>() {
  const works = new Map<string, LongWork<Value>>();
  const runningOf = (key: string) =>
    [...works.values()].find((work) => work.key === key && work.outcome === null) ?? null;
  return {
    /** Null for one that is about something else, and for one that a restart forgot. */
    find(id: string | null, key: string): LongWork<Value> | null {
      const work = works.get(id ?? "");
      return work?.key === key ? work : null;
    },
    runningOf,
    /** Begins, unless the same runs already: then that one is answered. */
    start(
      key: string,
      work: (report: (done: number) => void) => Promise<Value>,
      typed = "",
    ): LongWork<Value> {
      const running = runningOf(key);
      if (running) return running;
      const started: LongWork<Value> = { id: newId("wrk"), key, typed, done: 0, outcome: null };
      works.set(started.id, started);
      forgetOldest(works);
      turn = turn.then(async () => {
        try {
          const value = await work((done) => (started.done = done));
          started.outcome = { kind: "value", value };
        } catch (error) {
          started.outcome = { kind: "failed" };
          logger.error("long work failed", { key, ...errorFields(error) });
        }
      });
      return started;
    },
  };
}

function forgetOldest<Value>(works: Map<string, LongWork<Value>>): void {
  for (const [id, { outcome }] of works) {
    if (works.size <= KEPT_MAX) return;
    if (outcome) works.delete(id);
  }
}

const STEP_MS = 50;

/** Waits for its end, but no longer than this. */
export async function waitForWork(work: LongWork<unknown>, milliseconds: number): Promise<void> {
  for (let waited = 0; work.outcome === null && waited < milliseconds; waited += STEP_MS) {
    await pause(STEP_MS);
  }
}
