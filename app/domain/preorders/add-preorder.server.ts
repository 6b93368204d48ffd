import { eq } from "drizzle-orm";
import { preorderEvents, preorders } from "~db/schema/preorders";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { newId, randomBytes } from "~/platform/ids";
import { InvariantError } from "~/platform/invariant";
import { completeLanguageFor, type Language } from "~/platform/language";
import { localDateOf } from "~/platform/period";
import { READABLE_CODE_BYTES, readableCode } from "~/platform/readable-code";
import { fail, succeed, type Result } from "~/platform/result";
import { isTaking } from "./harvest-status";
import { countPromised, hasPlace } from "./queries-records.server";
import type { HarvestRecord } from "./types";

export type NewPreorder = {
  submissionKey: string;
  buyerId: string | null;
  buyerName: string;
  buyerPhone: string;
  communeCode: string;
  addressLine: string;
  packCount: number;
  language: Language;
};

const CODE_ATTEMPTS = 5;

/**
 * Puts a buyer on the list, behind all who came before; one place a phone while it waits. Never more than the cap: `harvest_full` says `{leftCount}`.
 * Throws when the submission key is taken: look it up first.
 */
export async function addPreorder(
  tx: Transaction,
  harvest: HarvestRecord,
  { language, ...input }: NewPreorder,
): Promise<
  Result<{ id: string; code: string }, "harvest_closed" | "harvest_full" | "harvest_joined">
> {
  const placedAt = now();
  if (!isTaking(harvest, localDateOf(placedAt))) return fail("harvest_closed");
  const { buyerPhone: phone } = input;
  if (await hasPlace(tx, { harvestId: harvest.id, phone })) return fail("harvest_joined");
  const leftCount = harvest.capCount - (await countPromised(tx, harvest.id));
  if (input.packCount > leftCount) return fail("harvest_full", { leftCount });
  const id = newId("pre");
  const code = await findFreeCode(tx);
  const status = "waiting";
  await tx.insert(preorders).values({
    id,
    code,
    harvestId: harvest.id,
    ...input,
    language: completeLanguageFor(language),
    status,
    placedAt,
  });
  await tx.insert(preorderEvents).values({
    id: newId("pev"),
    preorderId: id,
    fromStatus: null,
    toStatus: status,
    movedBy: "buyer",
    reason: "",
    actorId: input.buyerId,
    occurredAt: placedAt,
  });
  return succeed({ id, code });
}

async function findFreeCode(tx: Transaction): Promise<string> {
  for (let attempt = 0; attempt < CODE_ATTEMPTS; attempt += 1) {
    const code = readableCode("DT", randomBytes(READABLE_CODE_BYTES));
    if ((await tx.$count(preorders, eq(preorders.code, code))) === 0) return code;
  }
  throw new InvariantError("no free pre-order code: the source of codes repeats itself");
}
