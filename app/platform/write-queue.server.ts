import { AsyncResource } from "node:async_hooks";
import { setImmediate, setTimeout } from "node:timers/promises";
import type { Connection } from "../../db/connect";
import { noteCommit } from "./table-versions.server";

// Another process (a second server, a script) may hold the write lock for a moment.
const LOCK_WAIT_MS = 5_000;
const LOCK_STEP_MS = 10;
// Nobody is answered before the group's COMMIT, so it has to come soon.
const GROUP_MAX = 32;
const GROUP_MS = 25;
// No page is read while a group works: after so long, everybody gets a turn, and who comes meanwhile joins the group.
const STRETCH_MS = 5;

/** Another process kept the write lock for too long: nothing was written, and the same may be tried again. */
export class DatabaseBusyError extends Error {
  override name = "DatabaseBusyError";
}

type Writer = Connection["writer"];

/** Work that waits for its turn to write. */
type Turn = {
  /** Counted from the call: else whoever stands behind ten others would wait for a minute. */
  giveUpAt: number;
  /** Does the work, never throws, and answers what to tell the caller once the group is on the disk. */
  take: () => Promise<Outcome>;
  refuse: (error: unknown) => void;
};
type Outcome = { end: "kept" | "failed" | "thrown"; tell: () => void };

export type WriteQueue = {
  /** Does the work within a transaction; answers or throws what it did, after the COMMIT. */
  add: <Value>(work: () => Promise<Value>) => Promise<Value>;
  /** That the running work has written this table. */
  noteWritten: (table: string) => void;
};

/**
 * Lets work write one after another, and those who wait at the same time share one `BEGIN IMMEDIATE ... COMMIT`:
 * writing its pages to the disk and waiting for them (`synchronous = FULL`) is most of what a short transaction costs.
 * Each runs in a savepoint of its own, so that a throw or a failed `Result` takes back its own writes alone, and
 * nobody is answered before the COMMIT has returned; when that fails, everybody in the group is told so.
 */
export function createWriteQueue(writerNow: () => Writer): WriteQueue {
  const waiting: Turn[] = [];
  /** Tables written by the running work, and by all of its group that stays. */
  const written = new Set<string>();
  const writtenByGroup = new Set<string>();
  let isRunning = false;

  const run = async () => {
    isRunning = true;
    for (let first = waiting[0]; first; first = waiting[0]) {
      // Whose requests are being read in this turn of the event loop may still join; and pages get theirs.
      await setImmediate();
      try {
        const writer = writerNow();
        await begin(writer, first.giveUpAt);
        await runGroup(writer);
      } catch (error) {
        // Nobody's turn has come.
        if (waiting[0] === first) waiting.shift();
        first.refuse(error);
      }
    }
    isRunning = false;
  };

  const runGroup = async (writer: Writer) => {
    const startedAt = performance.now();
    let stretchAt = startedAt;
    const group: { turn: Turn; outcome?: Outcome }[] = [];
    writtenByGroup.clear();
    try {
      do {
        const turn = waiting.shift();
        if (!turn) break;
        const member: (typeof group)[number] = { turn };
        group.push(member);
        written.clear();
        const turns = turnsOf(writer);
        turns.begin.run();
        const outcome = await turn.take();
        member.outcome = outcome;
        // The engine itself takes everything back when, say, the disk is full.
        if (!writer.inTransaction) break;
        if (outcome.end === "kept") for (const table of written) writtenByGroup.add(table);
        else turns.undo.run();
        turns.end.run();
        if (performance.now() - stretchAt < STRETCH_MS) continue;
        if (performance.now() - startedAt >= GROUP_MS) break;
        await setImmediate();
        stretchAt = performance.now();
      } while (group.length < GROUP_MAX);
      endGroup(
        writer,
        group.some(({ outcome }) => outcome?.end === "kept"),
      );
    } catch (error) {
      // A broken connection cannot even do that; everybody has to be told all the same.
      try {
        if (writer.inTransaction) writer.exec("ROLLBACK");
      } catch {
        // What made the group fail is what its members hear.
      }
      // Also whoever was refused: perhaps because of what another had written.
      for (const { turn, outcome } of group) {
        if (outcome?.end === "thrown") outcome.tell();
        else turn.refuse(error);
      }
      return;
    }
    for (const { outcome } of group) outcome?.tell();
  };

  /** COMMIT fails by itself where the engine has already taken everything back. */
  const endGroup = (writer: Writer, isSomethingKept: boolean) => {
    if (!isSomethingKept) {
      if (writer.inTransaction) writer.exec("ROLLBACK");
      return;
    }
    writer.exec("COMMIT");
    // In the same step, so that nobody can be answered in between with what was true before.
    noteCommit(writtenByGroup);
  };

  return {
    add: (work) =>
      new Promise((resolve, reject) => {
        // The work belongs to who asked for it (what a page reads, which request it is), not to who was first in line.
        const take = AsyncResource.bind(async (): Promise<Outcome> => {
          try {
            const value = await work();
            return { end: isFailure(value) ? "failed" : "kept", tell: () => resolve(value) };
          } catch (error) {
            return { end: "thrown", tell: () => reject(error) };
          }
        });
        waiting.push({ giveUpAt: performance.now() + LOCK_WAIT_MS, take, refuse: reject });
        if (!isRunning) void run();
      }),
    noteWritten: (table) => written.add(table),
  };
}

type Turns = Record<"begin" | "undo" | "end", { run: () => unknown }>;
const turnsByWriter = new WeakMap<Writer, Turns>();

/** The statements of a turn, read by the engine once and not for each turn. */
function turnsOf(writer: Writer): Turns {
  const known = turnsByWriter.get(writer);
  if (known) return known;
  const turns = {
    begin: writer.prepare("SAVEPOINT turn"),
    undo: writer.prepare("ROLLBACK TO turn"),
    end: writer.prepare("RELEASE turn"),
  };
  turnsByWriter.set(writer, turns);
  return turns;
}

/**
 * Waits for the write lock without holding the process up: the engine's own waiting is synchronous, and nobody
 * could read a page meanwhile.
 */
async function begin(writer: Writer, giveUpAt: number): Promise<void> {
  for (;;) {
    try {
      writer.exec("BEGIN IMMEDIATE");
      return;
    } catch (error) {
      const isBusy = error instanceof Error && "code" in error && error.code === "SQLITE_BUSY";
      if (!isBusy) throw error;
      if (performance.now() >= giveUpAt) {
        throw new DatabaseBusyError("another process holds the write lock", { cause: error });
      }
      await setTimeout(LOCK_STEP_MS);
    }
  }
}

function isFailure(value: unknown): boolean {
  return typeof value === "object" && value !== null && "ok" in value && value.ok === false;
}
