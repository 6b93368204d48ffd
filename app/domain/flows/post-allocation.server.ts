import { actorIdOf, type Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { classifyBankTransaction } from "~/domain/payments/classify-bank-transaction.server";
import type { BankTransactionReason } from "~/domain/payments/payment-status";
import { loadPayment } from "~/domain/payments/queries-records.server";
import type { BankTransactionRecord } from "~/domain/payments/types";
import type { LedgerAccount } from "~/domain/settlement/ledger-accounts";
import { owingAccount } from "~/domain/settlement/owing-account";
import { postTransfer } from "~/domain/settlement/post-transfer.server";
import { loadDisbursement } from "~/domain/settlement/queries-disbursements-records.server";
import { listToSend } from "~/domain/settlement/queries-payout-records.server";
import { transitionDisbursement } from "~/domain/settlement/transition-disbursement.server";
import type { AllocationRecord } from "~/domain/settlement/types-allocations";
import type { DisbursementRecord } from "~/domain/settlement/types-disbursements";
import type { Transaction } from "~/platform/db.server";
import { vnd } from "~/platform/money";
import { invariant, present, unreachable } from "~/platform/invariant";
import { applyMoney } from "./apply-money.server";
import { payDisbursement } from "./pay-disbursement.server";

type Part = AllocationRecord["parts"][number];
type Posting = { line: BankTransactionRecord; actor: Actor; part: Part };

/** Books each part of a line that somebody has explained, and says of the line what became of it. */
export async function postAllocation(
  tx: Transaction,
  actor: Actor,
  { line, proposal }: { line: BankTransactionRecord; proposal: AllocationRecord },
): Promise<void> {
  const outcomes: BankTransactionReason[] = [];
  for (const part of proposal.parts) outcomes.push(await postPart(tx, { line, actor, part }));
  const [part, second] = proposal.parts;
  const isOneOrder = part?.purpose === "order" && !second;
  const payment = isOneOrder ? await loadPayment(tx, subjectOf(part)) : null;
  await classifyBankTransaction(tx, {
    bankTransactionId: line.id,
    status: outcomes[0] === "told_twice" ? "ignored" : "matched",
    reason: (second ? undefined : outcomes[0]) ?? "allocated",
    paymentId: payment?.id ?? null,
  });
}

/** Of purposes that are one account each. */
const ACCOUNTS = {
  card: "card_clearing",
  courier: "courier",
  tax: "tax_withheld",
  income: "other_income",
  fee: "bank_fees",
  owner: "owner_funds",
} as const;

async function postPart(tx: Transaction, posting: Posting): Promise<BankTransactionReason> {
  const { line, actor, part } = posting;
  switch (part.purpose) {
    case "order": {
      const payment = present(await loadPayment(tx, subjectOf(part)), "an order without a payment");
      return applyMoney(tx, payment, {
        evidence: { kind: "bank_transaction", id: line.id },
        actor,
        amountVnd: part.amountVnd,
        from: { kind: "suspense", allocationPartId: part.id },
      });
    }
    case "disbursement": {
      const disbursement = present(
        await loadDisbursement(tx, subjectOf(part)),
        "a disbursement that is gone",
      );
      if (line.direction === "in") await takeBack(tx, posting, disbursement);
      else {
        const paid = { disbursement, bankTransactionId: line.id, allocationPartId: part.id };
        await payDisbursement(tx, actor, paid);
      }
      return "allocated";
    }
    case "batch": {
      for (const disbursement of await listToSend(tx, subjectOf(part))) {
        const paid = { disbursement, bankTransactionId: line.id, allocationPartId: part.id };
        await payDisbursement(tx, actor, paid);
      }
      return "allocated";
    }
    case "wallet":
      await post(tx, posting, { kind: "mobile_wallet", ownerId: subjectOf(part) });
      return "allocated";
    case "voucher":
      await post(tx, posting, { kind: "voucher", ownerId: subjectOf(part) });
      return "allocated";
    case "send_back":
      await post(tx, posting, { kind: "refund_due", ownerId: line.id });
      return "allocated";
    case "known": {
      const hasCome = line.direction === "in";
      await postTransfer(tx, {
        key: `allocation_part:${part.id}`,
        debit: { kind: hasCome ? "suspense" : "bank" },
        credit: { kind: hasCome ? "bank" : "outflow" },
        amountVnd: part.amountVnd,
        reason: "line_undone",
        reference: { kind: "bank_transaction", id: line.id },
      });
      return "told_twice";
    }
    case "card":
    case "courier":
    case "tax":
    case "income":
    case "fee":
    case "owner":
      await post(tx, posting, { kind: ACCOUNTS[part.purpose] });
      return "allocated";
    default:
      return unreachable(part.purpose);
  }
}

/** From suspense to the account, or from the account to what left. */
async function post(tx: Transaction, { line, part }: Posting, account: LedgerAccount) {
  const hasCome = line.direction === "in";
  await postTransfer(tx, {
    key: `allocation_part:${part.id}`,
    debit: hasCome ? { kind: "suspense" } : account,
    credit: hasCome ? account : { kind: "outflow" },
    amountVnd: part.amountVnd,
    reason: hasCome ? "receipt_allocated" : "outflow_allocated",
    reference: { kind: "bank_transaction", id: line.id },
  });
}

/** The other bank took it not: it is owed as before, also what that bank kept of it, which is our cost. */
async function takeBack(tx: Transaction, posting: Posting, disbursement: DisbursementRecord) {
  const { line, actor } = posting;
  await postTransfer(tx, {
    key: `allocation_part:${posting.part.id}`,
    debit: { kind: "suspense" },
    credit: owingAccount(disbursement),
    amountVnd: posting.part.amountVnd,
    reason: "disbursement_undone",
    reference: { kind: "bank_transaction", id: line.id },
  });
  const keptVnd = disbursement.amountVnd - posting.part.amountVnd;
  if (keptVnd > 0) {
    await postTransfer(tx, {
      key: `allocation_part:${posting.part.id}:kept`,
      debit: { kind: "bank_fees" },
      credit: owingAccount(disbursement),
      amountVnd: vnd(keptVnd),
      reason: "disbursement_undone",
      reference: { kind: "bank_transaction", id: line.id },
    });
  }
  const moved = await transitionDisbursement(tx, {
    disbursementId: disbursement.id,
    to: "returned",
    actorId: actorIdOf(actor),
    note: null,
  });
  invariant(moved.ok, "what never left came back");
  await recordAction(tx, {
    actor,
    action: "disbursement.return",
    subject: { kind: "disbursement", id: disbursement.id },
    before: { status: disbursement.status },
    after: { status: "returned", bankTransactionId: line.id },
  });
}

function subjectOf(part: Part): string {
  return present(part.subjectId, "a part that names nothing");
}
