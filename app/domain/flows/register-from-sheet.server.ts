import type { UserActor } from "~/domain/audit/actor";
import type { PhotoCode } from "~/domain/catalog/photo-limits";
import type { ReadSheet } from "~/domain/households/kept-sheet";
import { findDelegationById } from "~/domain/households/queries-delegations.server";
import type { OpenDelegationFailure } from "~/domain/households/open-delegation.server";
import { inTransaction, type Transaction } from "~/platform/db.server";
import type { SentFile } from "~/platform/parts.server";
import { fail, succeed, type Result } from "~/platform/result";
import { openConsentIn, withStoredSheet } from "./ask-consent.server";
import { registerHelpedIn, type RegisterHelpedFailure } from "./register-helped.server";

export type RegisteredFromSheet = {
  slug: string;
  /** Of the question whether the agent may work for it; null where it will be asked later. */
  consentCode: string | null;
};
export type RegisterFromSheetFailure =
  RegisterHelpedFailure | OpenDelegationFailure | PhotoCode | "sheet_sent_before";

/**
 * An agent brings in a household's sheet of paper: the household is registered and, where it has signed for that, asked
 * by the same sheet whether the agent may work for it; both or nothing. Sent again it answers as the first time.
 * `sheet`: its photo, null only where nothing was signed for.
 */
export async function registerFromSheet(
  actor: UserActor,
  { household, consent }: ReadSheet,
  sheet: SentFile | null,
): Promise<Result<RegisteredFromSheet, RegisterFromSheetFailure>> {
  if (consent === null) {
    return inTransaction(async (tx) => {
      const registered = await registerHelpedIn(tx, actor, household);
      if (!registered.ok) return registered;
      return succeed({ slug: registered.value.slug, consentCode: null });
    });
  }
  const photo = (await sheet?.read()) ?? null;
  if (photo === null) return fail("photo_not_whole");
  const { signedOn, ...asked } = consent;
  const write = async (tx: Transaction, sheetPhotoId: string) => {
    const first = await findDelegationById(asked.delegationId, tx);
    if (first?.agentId === actor.userId) {
      const { householdSlug: slug, code, phone } = first;
      // What was mended on the phone after it had gone does not change whom it registered.
      if (phone !== household.phone) return fail("sheet_sent_before");
      return succeed({ slug, consentCode: code, isNew: false });
    }
    const registered = await registerHelpedIn(tx, actor, household);
    if (!registered.ok) return registered;
    const { householdId, slug } = registered.value;
    const evidence = { way: "sheet", sheetPhotoId, signedOn } as const;
    const opened = await openConsentIn(tx, actor, { ...asked, householdId, evidence });
    if (!opened.ok) return opened;
    const { code, isNew } = opened.value;
    return succeed({ slug, consentCode: code, isNew });
  };
  const done = await withStoredSheet(photo, (sheetPhotoId) =>
    inTransaction((tx) => write(tx, sheetPhotoId)),
  );
  if (!done.ok) return done;
  const { slug, consentCode } = done.value;
  return succeed({ slug, consentCode });
}
