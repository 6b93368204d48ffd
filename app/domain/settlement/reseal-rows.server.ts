import { isSealedWithNewest, seal, unseal } from "~/platform/seal.server";

export const RESEAL_BATCH_ROWS = 500;

export type Resealed = {
  sealedCount: number;
  /** Made by a key that is no longer among ours: nobody can read them. */
  lostCount: number;
  /** Where the next batch begins; null: all have been looked at. */
  after: string | null;
};

/** Seals rows anew that an older key has sealed, by `write`; their `id` is what `after` names. */
export async function resealRows(
  rows: readonly { id: string; ownerId: string; sealedAccount: string }[],
  write: (id: string, sealedAccount: string) => PromiseLike<unknown>,
): Promise<Resealed> {
  const done = { sealedCount: 0, lostCount: 0 };
  for (const { id, ownerId, sealedAccount } of rows) {
    if (isSealedWithNewest(sealedAccount)) continue;
    const text = unseal(sealedAccount, ownerId);
    if (text === null) done.lostCount += 1;
    else {
      await write(id, seal(text, ownerId));
      done.sealedCount += 1;
    }
  }
  return { ...done, after: rows.length < RESEAL_BATCH_ROWS ? null : (rows.at(-1)?.id ?? null) };
}
