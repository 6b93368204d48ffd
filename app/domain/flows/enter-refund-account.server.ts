import { actorIdOf, type Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { countNamed, loadPayee } from "~/domain/settlement/queries-disbursements-records.server";
import { enterPayee } from "~/domain/settlement/enter-payee.server";
import type { PayeeAccount } from "~/domain/settlement/types-disbursements";
import { now } from "~/platform/clock.server";
import { inTransaction } from "~/platform/db.server";
import { DAY_MS } from "~/platform/period";
import { fail, succeed, type Result } from "~/platform/result";

/** What may be told of an account in the record of who did what. */
const endingsOf = (payee: { bankBin: string; accountEnding: string } | null) =>
  payee && { bankBin: payee.bankBin, accountEnding: payee.accountEnding };

/** Each is told to the buyer, and who mistypes needs two or three. */
const CHANGES_A_DAY = 5;

/**
 * Where an owner's money is to be paid back to, as the buyer or an officer says; who said it is kept, and not what.
 * `payee_changed_often`: a link has done so five times in a day.
 */
export async function enterRefundAccount(
  actor: Actor,
  input: { ownerId: string; account: PayeeAccount },
): Promise<Result<null, "payee_changed_often">> {
  return inTransaction(async (tx) => {
    const before = await loadPayee(tx, input.ownerId);
    const isOfficer = actor.kind === "user" && actor.role === "department_officer";
    const actorId = actorIdOf(actor);
    if (!isOfficer) {
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
