import { actorIdOf, type Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import {
  countProgress,
  findContractOf,
  loadContract,
  loadOffer,
} from "~/domain/contracts/queries-records.server";
import { transitionContract } from "~/domain/contracts/transition-contract.server";
import type { Transaction } from "~/platform/db.server";
import { invariant, present } from "~/platform/invariant";

/** After a delivery under a contract: when it was the last of its packs, the contract is fulfilled. */
export async function fulfilContract(
  tx: Transaction,
  actor: Actor,
  checkoutId: string,
): Promise<void> {
  const code = await findContractOf(tx, checkoutId);
  const contract = code === null ? null : await loadContract(tx, code);
  if (!contract || contract.status !== "concluded") return;
  const offer = present(await loadOffer(tx, contract.id), "a concluded contract without its terms");
  const progress = await countProgress(tx, contract.id);
  const isDelivered = offer.lines.every(
    ({ productId, quantity }) =>
      (progress.find((one) => one.productId === productId)?.deliveredCount ?? 0) >= quantity,
  );
  if (!isDelivered) return;
  const moved = await transitionContract(tx, {
    contractId: contract.id,
    to: "fulfilled",
    by: "order",
    note: "",
    actorId: actorIdOf(actor),
    terms: null,
  });
  invariant(moved.ok, "a concluded contract can be fulfilled");
  await recordAction(tx, {
    actor,
    action: "contract.fulfilled",
    subject: { kind: "contract", id: contract.id },
    before: { status: contract.status },
    after: { status: "fulfilled" },
  });
}
