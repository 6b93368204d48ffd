import { householdIdsOf } from "~/domain/households/queries-membership.server";
import { endPhoneProofs } from "~/domain/identity/end-phone-proofs.server";
import { endSessions } from "~/domain/identity/end-sessions.server";
import { noPassword } from "~/domain/identity/passwords.server";
import { restorePhone, type RestoredPhone } from "~/domain/identity/restore-phone.server";
import { setPassword } from "~/domain/identity/set-password.server";
import { voidPhoneChanges } from "~/domain/identity/void-phone-changes.server";
import { forgetBrowsers } from "~/domain/notices/forget-browsers.server";
import { removeEmail } from "~/domain/notices/remove-email.server";
import { takeBackPayee } from "~/domain/settlement/take-back-payee.server";
import type { PayeeTakenBack } from "~/domain/settlement/types-disbursements";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { enqueueOutbox } from "~/platform/outbox.server";
import { movePhone } from "./move-phone.server";

export type AccountBack = {
  /** Null: none was changed. */
  phone: RestoredPhone["kind"] | null;
  /** Nobody is in any more. */
  isSignedOut: boolean;
  /** Of the accounts for payouts that were named in that time. */
  payoutAccount: PayeeTakenBack;
};

type TakenAccount = {
  userId: string;
  since: number;
  until: number | null;
  /** The number before is in the holder's hand (`restore-phone`). */
  isInHand: boolean;
};

/**
 * Somebody was in an account who is not its holder, from `since` until its holder came back (null: has not). Undone is what
 * they changed: the phone, and accounts for payouts of the holder's households. Everybody is signed out, and there is no
 * password nor e-mail address any more, where the holder has not come back, or a number did: whoever had the other one could
 * come in by it later too.
 */
export async function takeAccountBack(
  tx: Transaction,
  input: TakenAccount & { actorId: string },
): Promise<AccountBack> {
  const { actorId, ...taken } = input;
  const { userId, since, until } = taken;
  const phone = await takePhoneBack(tx, taken);
  const isSignedOut = until === null || phone !== null;
  if (isSignedOut) await shutOut(tx, userId);
  const outcomes: PayeeTakenBack[] = [];
  const named = { namedFrom: since, namedUntil: until ?? now() + 1, actorId };
  for (const ownerId of await householdIdsOf(tx, userId)) {
    outcomes.push(await takeBackPayee(tx, { ownerId, ...named }));
  }
  const worst = (["removed", "restored"] as const).find((one) => outcomes.includes(one));
  return { phone, isSignedOut, payoutAccount: worst ?? "untouched" };
}

/** The numbers that open nothing any more are told, and the one that does again. */
async function takePhoneBack(
  tx: Transaction,
  taken: TakenAccount,
): Promise<RestoredPhone["kind"] | null> {
  const restored = await restorePhone(tx, taken);
  if (restored === null) return null;
  const { from, to, kind, changes } = restored;
  const { userId } = taken;
  for (const one of [...from, to]) await endPhoneProofs(tx, one);
  await voidPhoneChanges(tx, userId);
  for (const { id, newPhone } of changes) {
    if (newPhone !== null && newPhone !== to) await tell(tx, id, "lost");
  }
  if (kind === "taken") return kind;
  for (const one of from) await movePhone(tx, { userId, from: one, to });
  await tell(tx, changes[0]?.id, "back");
  return kind;
}

async function tell(tx: Transaction, changeId: string | undefined, news: "lost" | "back") {
  const message = { kind: "phone_changed", key: `${changeId}:${news}` } as const;
  await enqueueOutbox(tx, { ...message, payload: { changeId, news } });
}

async function shutOut(tx: Transaction, userId: string): Promise<void> {
  await setPassword(tx, { userId, passwordHash: noPassword() });
  await endSessions(tx, userId);
  await forgetBrowsers(tx, userId);
  await removeEmail(tx, userId);
}
