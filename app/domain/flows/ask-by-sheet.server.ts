import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { endDelegation } from "~/domain/households/end-delegation.server";
import type { ReadSheet } from "~/domain/households/kept-sheet";
import { noteRegisteredSheet } from "~/domain/households/note-registered-sheet.server";
import type { OpenDelegationFailure } from "~/domain/households/open-delegation.server";
import { findDelegationById } from "~/domain/households/queries-delegations.server";
import type { RegisteredSheet } from "~/domain/households/queries-registered-sheets.server";
import type { Delegation } from "~/domain/households/types-delegations";
import type { Transaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { fail, succeed, type Result } from "~/platform/result";
import { openConsentIn } from "./ask-consent.server";

export type SheetPhoto = { id: string; hash: string };
export type SheetQuestion = {
  /** Of the question; null where none was asked. */
  consentCode: string | null;
  /** It is signed for one, and the agent waits for too many answers to ask it yet. */
  isLater: boolean;
  isNew: boolean;
};
export type AskBySheetFailure =
  Exclude<OpenDelegationFailure, "consents_waiting"> | "sheet_sent_before";

/**
 * Asks a household by its sheet whether the agent may work for it, or does not; what the sheet asked before with other
 * words is taken back while nobody has answered it.
 */
export async function askBySheet(
  tx: Transaction,
  actor: UserActor,
  asked: {
    sheetId: string;
    sheet: RegisteredSheet;
    consent: ReadSheet["consent"];
    photo: SheetPhoto | null;
  },
): Promise<Result<SheetQuestion, AskBySheetFailure>> {
  const { sheetId, sheet, consent, photo } = asked;
  const { agentId, householdId, delegationId } = sheet;
  const known = delegationId === null ? null : await findDelegationById(delegationId, tx);
  const isSame = known === null ? consent === null : isAskedAs(known, { ...asked, consent });
  if (isSame) return succeed({ consentCode: known?.code ?? null, isLater: false, isNew: false });
  if (known !== null && known.status !== "asked") {
    return fail("sheet_sent_before", { fields: "consent" });
  }
  if (known !== null) await takeBack(tx, actor, known);
  const noted = { sheetId, agentId, householdId };
  if (consent === null || photo === null) {
    await noteRegisteredSheet(tx, { ...noted, delegationId: null, photoHash: null });
    return succeed({ consentCode: null, isLater: false, isNew: false });
  }
  const { signedOn, ...terms } = consent;
  const other = await findDelegationById(sheetId, tx);
  if (other !== null && other.agentId !== agentId) return fail("form_outdated");
  const id = other === null ? sheetId : newId("dlg");
  const evidence = { way: "sheet", sheetPhotoId: photo.id, signedOn } as const;
  const question = { ...terms, delegationId: id, householdId, evidence };
  const opened = await openConsentIn(tx, actor, question);
  if (!opened.ok && opened.code !== "consents_waiting") return fail(opened.code);
  const isOpen = opened.ok;
  await noteRegisteredSheet(tx, {
    ...noted,
    delegationId: isOpen ? id : null,
    photoHash: isOpen ? photo.hash : null,
  });
  if (!opened.ok) return succeed({ consentCode: null, isLater: true, isNew: false });
  const { code, isNew } = opened.value;
  return succeed({ consentCode: code, isLater: false, isNew });
}

function isAskedAs(
  known: Delegation,
  given: { sheet: RegisteredSheet; consent: ReadSheet["consent"]; photo: SheetPhoto | null },
): boolean {
  const { sheet, consent, photo } = given;
  return (
    consent !== null &&
    known.days === consent.days &&
    known.signedOn === consent.signedOn &&
    known.powers.toSorted().join() === consent.powers.toSorted().join() &&
    sheet.photoHash === (photo?.hash ?? null)
  );
}

async function takeBack(tx: Transaction, actor: UserActor, { id, status }: Delegation) {
  await endDelegation(tx, { delegationId: id, by: "renewal", reason: null });
  await recordAction(tx, {
    actor,
    action: "delegation.end",
    subject: { kind: "delegation", id },
    before: { status },
    after: { by: "renewal", reason: null },
  });
}
