import { entryCodes } from "~db/schema/households-entry";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { insertRow } from "~/platform/insert-row.server";
import type { Recognition } from "./entry-code-terms";

/** Keeps who handed digits to a household and how they knew whom they were for; `recognised` is null of a helper. */
export async function noteEntryCode(
  tx: Transaction,
  input: {
    codeId: string;
    householdId: string;
    userId: string;
    madeById: string;
    recognised: { by: Recognition; words: string } | null;
    expiresAt: number;
  },
): Promise<void> {
  const { codeId, recognised, ...facts } = input;
  await insertRow(tx, entryCodes, {
    id: codeId,
    ...facts,
    recognisedBy: recognised?.by ?? null,
    recognition: recognised?.words ?? null,
    madeAt: now(),
  });
}
