import { isSealedWithNewest, seal, unseal } from "./seal.server";

export const RESEAL_BATCH_ROWS = 500;

export type Resealed = {
  sealedCount: number;
  /** Made by a key that is no longer among ours: nobody can read them. */
  lostCount: number;
  /** Where the next batch begins; null: all have been looked at. */
  after: string | null;
};

/** `id`: what `after` names. `owner`: whose the seal is. */
export type SealedRow = { id: string; owner: string; sealed: string };

/** Seals rows anew that an older key has sealed, by `write`. */
export async function resealRows<Row extends SealedRow>(
  rows: readonly Row[],
  write: (row: Row, resealed: string) => PromiseLike<unknown>,
): Promise<Resealed> {
  const done = { sealedCount: 0, lostCount: 0 };
  for (const row of rows) {
    if (isSealedWithNewest(row.sealed)) continue;
    const text = unseal(row.sealed, row.owner);
    if (text === null) done.lostCount += 1;
    else {
      await write(row, seal(text, row.owner));
      done.sealedCount += 1;
    }
  }
  return { ...done, after: rows.length < RESEAL_BATCH_ROWS ? null : (rows.at(-1)?.id ?? null) };
}
