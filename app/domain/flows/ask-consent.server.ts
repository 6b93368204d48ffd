import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { encodePaper } from "~/domain/catalog/encode-photo.server";
import type { PhotoCode } from "~/domain/catalog/photo-limits";
import { consentSheetPath } from "~/domain/households/consent-sheet-path";
import type { ConsentForm } from "~/domain/households/forms-delegation";
import {
  openDelegation,
  type ConsentEvidence,
  type OpenDelegationFailure,
} from "~/domain/households/open-delegation.server";
import { findDelegationById } from "~/domain/households/queries-delegations.server";
import { inTransaction, type Transaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { invariant } from "~/platform/invariant";
import type { SentFile } from "~/platform/parts.server";
import { fail, succeed, type Result } from "~/platform/result";
import { removePrivateFile, writePrivateFile } from "~/platform/storage.server";
import { readSent } from "./read-sent.server";

export type ConsentQuestion = ConsentForm & {
  householdId: string;
  /** The sheet; null without one. */
  sheet: SentFile | null;
};
export type AskConsentFailure = OpenDelegationFailure | PhotoCode | "sheet_missing";

/**
 * An agent asks a household whether it may work for it: by digits that the household is sent (`send-consent-code`), or by
 * a sheet that it has signed, which an officer looks at. Nothing is given by asking. Answers the number of the question.
 */
export async function askConsent(
  actor: UserActor,
  { sheet, ...question }: ConsentQuestion,
): Promise<Result<{ code: string }, AskConsentFailure>> {
  if (question.way === "code") {
    const evidence = { way: "code", codeId: newId("pcd") } as const;
    return inTransaction((tx) => openConsentIn(tx, actor, { ...question, evidence }));
  }
  const { signedOn } = question;
  invariant(signedOn !== undefined, "the form asks for the day of a sheet");
  if (sheet === null) return fail("sheet_missing");
  const { delegationId, householdId } = question;
  const known = await findDelegationById(delegationId);
  // A form that came twice: the parts of its sheet are gone.
  if (known?.agentId === actor.userId && known.householdId === householdId) {
    return succeed({ code: known.code });
  }
  return readSent(sheet, (photo) =>
    withStoredSheet(photo, async (sheetPhotoId) => {
      const evidence = { way: "sheet", sheetPhotoId, signedOn } as const;
      return inTransaction((tx) => openConsentIn(tx, actor, { ...question, evidence }));
    }),
  );
}

export type Opening = Omit<ConsentForm, "way" | "signedOn"> & {
  householdId: string;
  evidence: ConsentEvidence;
};

/** Asks it, as part of what else is written. */
export async function openConsentIn(
  tx: Transaction,
  actor: UserActor,
  { delegationId, householdId, powers, days, evidence }: Opening,
): Promise<Result<{ code: string; isNew: boolean }, OpenDelegationFailure>> {
  const agentId = actor.userId;
  const asked = { delegationId, householdId, agentId, powers, days, evidence };
  const opened = await openDelegation(tx, asked);
  if (opened.ok && opened.value.isNew) {
    await recordAction(tx, {
      actor,
      action: "delegation.ask",
      subject: { kind: "delegation", id: delegationId },
      after: { householdId, powers, days, way: evidence.way },
    });
  }
  return opened;
}

/** Keeps the photo of a sheet for as long as `ask` takes, and after it where something new was asked by it. */
export async function withStoredSheet<Value extends { isNew: boolean }, Code extends string>(
  sheet: Uint8Array,
  ask: (sheetPhotoId: string) => Promise<Result<Value, Code>>,
): Promise<Result<Value, Code | PhotoCode>> {
  const stored = await storeSheet(sheet);
  if (!stored.ok) return stored;
  const { sheetPhotoId } = stored.value;
  let isKept = false;
  try {
    const asked = await ask(sheetPhotoId);
    isKept = asked.ok && asked.value.isNew;
    return asked;
  } finally {
    if (!isKept) await removePrivateFile(consentSheetPath(sheetPhotoId));
  }
}

/** Re-encoded, without what a phone writes into it, large enough to read what was written by hand. */
async function storeSheet(
  original: Uint8Array,
): Promise<Result<{ sheetPhotoId: string }, PhotoCode>> {
  const encoded = await encodePaper(original);
  if (!encoded.ok) return encoded;
  const sheetPhotoId = newId("cst");
  await writePrivateFile(consentSheetPath(sheetPhotoId), encoded.value);
  return succeed({ sheetPhotoId });
}
