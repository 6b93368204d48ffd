import { actorIdOf, type Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { countNamed, loadPayee } from "~/domain/settlement/queries-disbursements-records.server";
import { enterPayee } from "~/domain/settlement/enter-payee.server";
import { openPayee } from "~/domain/settlement/open-payee.server";
import { findOwnerBuyer, findPayeeTrust } from "~/domain/settlement/queries-payee-trust.server";
import type { PayeeAccount, PayeeRecord } from "~/domain/settlement/types-disbursements";
import { now } from "~/platform/clock.server";
import { inTransaction } from "~/platform/db.server";
import { DAY_MS } from "~/platform/period";
import { fail, succeed, type Result } from "~/platform/result";

/** What may be told of an account in the record of who did what. */
const endingsOf = (payee: { bankBin: string; accountEnding: string } | null) =>
  payee && { bankBin: payee.bankBin, accountEnding: payee.accountEnding };

/** Named again by a link it is the same, and waits no longer. */
function isAccountOf(
  { ownerId, account }: { ownerId: string; account: PayeeAccount },
  payee: PayeeRecord,
): boolean {
  const known = openPayee(ownerId, payee);
  return (
    known?.bankBin === account.bankBin &&
    known.accountNumber === account.accountNumber &&
    known.accountName === account.accountName
  );
}

/** Each is told to the buyer, and who mistypes needs two or three. */
const CHANGES_A_DAY = 5;

/**
 * Where an owner's money is to be paid back to, as the buyer or an officer says; who said it is kept, and not what. An
 * order's link may be in several hands, so what it says counts less than an officer or the buyer signed in:
 * `payee_chosen`: one of them has named it; `payee_changed_often`: a link has done so five times in a day.
 */
export async function enterRefundAccount(
  actor: Actor,
  input: { ownerId: string; account: PayeeAccount },
): Promise<Result<null, "payee_changed_often" | "payee_chosen">> {
  return inTransaction(async (tx) => {
    const before = await loadPayee(tx, input.ownerId);
    const isOfficer = actor.kind === "user" && actor.role === "department_officer";
    const actorId = actorIdOf(actor);
    const buyerId = await findOwnerBuyer(tx, input.ownerId);
    const isByLink = !isOfficer && (actorId === null || actorId !== buyerId);
    if (isByLink) {
      if (before !== null && isAccountOf(input, before)) return succeed(null);
      const { isChosen } = await findPayeeTrust(tx, input.ownerId);
      if (isChosen) return fail("payee_chosen");
      const named = await countNamed(tx, { ownerId: input.ownerId, since: now() - DAY_MS });
      if (named >= CHANGES_A_DAY) return fail("payee_changed_often");
    }
    await enterPayee(tx, { ...input, actorId, enteredById: isOfficer ? actorId : null });
    const after = await loadPayee(tx, input.ownerId);
    await recordAction(tx, {
      actor,
      action: "payee.enter",
      subject: { kind: "payee", id: input.ownerId },
      before: endingsOf(before),
      after: endingsOf(after),
    });
    return succeed(null);
  });
}
