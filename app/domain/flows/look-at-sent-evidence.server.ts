import type { Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { findEvidence as findOfCertificate } from "~/domain/certificates/queries-steps.server";
import { readEvidence as readOfCertificate } from "~/domain/certificates/read-evidence.server";
import { findEvidence as findOfJoining } from "~/domain/joining/queries-checklists.server";
import { readEvidence as readOfJoining } from "~/domain/joining/read-evidence.server";
import { inTransaction, type Transaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";

type Place = { stepId: string; place: number };
type Looked = { type: "jpg" | "pdf"; content: Uint8Array | null };

/** What households send to be decided about: where it is, and what a look at it is on record as. */
const EVIDENCE = {
  certificate: {
    action: "certificate.look",
    read: readOfCertificate,
    find: async (tx: Transaction, { stepId, place }: Place) => {
      const found = await findOfCertificate(stepId, place, tx);
      return (
        found && {
          file: found.file,
          subject: { kind: "certificate" as const, id: found.certificateId },
        }
      );
    },
  },
  joining: {
    action: "joining.look",
    read: readOfJoining,
    find: async (tx: Transaction, { stepId, place }: Place) => {
      const found = await findOfJoining(stepId, place, tx);
      return (
        found && {
          file: found.file,
          subject: { kind: "household" as const, id: found.householdId },
        }
      );
    },
  },
} as const;

/** For the officer who decides about it or the helper who sent it; each look is noted with who looked. */
export async function lookAtSentEvidence(
  actor: Actor,
  { of, stepId, place }: Place & { of: keyof typeof EVIDENCE },
): Promise<Result<Looked, "evidence_not_found">> {
  const { action, find, read } = EVIDENCE[of];
  const found = await inTransaction(async (tx) => {
    const evidence = await find(tx, { stepId, place });
    if (!evidence) return fail("evidence_not_found");
    const { subject } = evidence;
    await recordAction(tx, { actor, action, subject, after: { stepId, place } });
    return succeed(evidence.file);
  });
  if (!found.ok) return found;
  return succeed({ type: found.value.type, content: await read(found.value) });
}
