import { and, eq } from "drizzle-orm";
import { contractSignatures } from "~db/schema/contracts";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { fail, succeed, type Result } from "~/platform/result";
import type { ContractParty } from "./contract-parties";

/** Puts a party's digital signature beside a version, once; the same file again is the form sent twice. */
export async function keepSignature(
  tx: Transaction,
  input: { versionId: string; party: ContractParty; cms: string; actorId: string | null },
): Promise<Result<null, "signature_exists">> {
  const isKept = and(
    eq(contractSignatures.versionId, input.versionId),
    eq(contractSignatures.party, input.party),
  );
  const [kept] = await tx
    .select({ cms: contractSignatures.cms })
    .from(contractSignatures)
    .where(isKept)
    .limit(1);
  if (kept) return kept.cms === input.cms ? succeed(null) : fail("signature_exists");
  await tx.insert(contractSignatures).values({ id: newId("cts"), ...input, addedAt: now() });
  return succeed(null);
}
