import { DAY_MS } from "../../../app/platform/period";
import { payeeEvents, payees } from "../../schema/settlement-payees";
import { prepareInsert } from "../insert-rows";
import { daysBefore, momentOf } from "./sample-day";
import type { SampleWriter } from "./sample-writer";
import type { SampleUser } from "./seed-users";
import { createBatchWriter, type SampleAccount, type SamplePayout } from "./write-payouts";

/** Days ago on which batches were paid; each pays what was delivered three weeks before it. */
const PAID_DAYS = [75, 45, 15] as const;
const RIPE_AFTER_DAYS = 21;
/** Orders that the samples pay out at the most: of a seed for load tests not all need it. */
const MAX_ORDERS = 3_000;
const ENTERED_DAYS = 120;
/** The household that has named no account, and the one that is paid by Mobile Money, by what they have sold. */
const WITHOUT_ACCOUNT = 3;
const WITH_WALLET = 2;
/** Households of the batch that waits for the second person. */
const WAITING = [1, WITH_WALLET] as const;
const BANKS = ["970405", "970449", "970436", "970418"] as const;

type SampleOfficers = { department_officer: SampleUser; second_officer: SampleUser };
type Row = {
  orderId: string;
  householdId: string;
  name: string;
  netVnd: number;
  deliveredAt: number;
};

/**
 * Accounts of households, three batches that were paid, and one that waits for its second person. One household has
 * named no account, one has Mobile Money, and the others' newest money is there to be ticked.
 */
export function seedPayouts(writer: SampleWriter, users: SampleOfficers): void {
  const { day } = writer;
  const rows = ripeOrders(writer, day.endsAt - RIPE_AFTER_DAYS * DAY_MS);
  const households = [...new Map(rows.map((row) => [row.householdId, row.name]))];
  const accounts = createAccounts(writer, households);
  const write = createBatchWriter(writer, users);
  const paid = new Set<string>();
  for (const days of PAID_DAYS) {
    const at = momentOf(daysBefore(day, days), 9);
    const due = rows.filter(({ deliveredAt }) => deliveredAt < at - RIPE_AFTER_DAYS * DAY_MS);
    const open = due.filter(
      ({ orderId, householdId }) =>
        !paid.has(orderId) && accounts.get(householdId)?.isWallet === false,
    );
    for (const { orderId } of open) paid.add(orderId);
    write({ at, status: "paid", payouts: payoutsOf(open, accounts) });
  }
  const waiting = households.filter((_, i) => WAITING.some((one) => one === i)).map(([id]) => id);
  const left = rows.filter((row) => !paid.has(row.orderId) && waiting.includes(row.householdId));
  const at = momentOf(daysBefore(day, 1), 15);
  write({ at, status: "prepared", payouts: payoutsOf(left, accounts) });
}

/** Paid by transfer, delivered before then, newest first; those who sold most come first. */
function ripeOrders({ connection }: SampleWriter, before: number): Row[] {
  const rows = connection.writer
    .prepare<[number, number], Row>(
      `SELECT o.id AS orderId, o.household_id AS householdId, h.name,
         o.total_vnd - o.commission_vnd AS netVnd, o.delivered_at AS deliveredAt
       FROM orders o JOIN checkouts c ON c.id = o.checkout_id JOIN households h ON h.id = o.household_id
       WHERE o.status = 'delivered' AND c.method <> 'cod' AND o.delivered_at < ?
       ORDER BY o.delivered_at DESC, o.id LIMIT ?`,
    )
    .all(before, MAX_ORDERS);
  const sold = new Map<string, number>();
  for (const { householdId } of rows) sold.set(householdId, (sold.get(householdId) ?? 0) + 1);
  const soldBy = (row: Row) => sold.get(row.householdId) ?? 0;
  return rows.toSorted((a, b) => soldBy(b) - soldBy(a) || (a.householdId < b.householdId ? -1 : 1));
}

function payoutsOf(
  rows: readonly Row[],
  accounts: ReadonlyMap<string, SampleAccount>,
): SamplePayout[] {
  return [...new Set(rows.map(({ householdId }) => householdId))].flatMap((householdId) => {
    const account = accounts.get(householdId);
    if (!account) return [];
    const orders = rows
      .filter((row) => row.householdId === householdId)
      .map(({ orderId, netVnd }) => ({ orderId, amountVnd: netVnd }));
    return { householdId, account, orders };
  });
}

/** Numbers that nobody has: a bank's begins with 0000, the wallet's is the samples' own phone. */
function createAccounts(
  { connection, day, newId, seal }: SampleWriter,
  households: readonly (readonly [id: string, name: string])[],
): Map<string, SampleAccount> {
  const insertPayee = prepareInsert(connection, payees);
  const insertEvent = prepareInsert(connection, payeeEvents);
  const enteredAt = momentOf(daysBefore(day, ENTERED_DAYS), 10);
  const accounts = new Map<string, SampleAccount>();
  households.forEach(([householdId], i) => {
    if (i === WITHOUT_ACCOUNT) return;
    const isWallet = i === WITH_WALLET;
    const accountNumber = isWallet ? "0900000009" : `0000${String(100_000_000 + i)}`;
    const bankBin = isWallet ? "MM-VIETTEL" : (BANKS[i % BANKS.length] ?? BANKS[0]);
    const accountName = `HO MAU ${i + 1}`;
    const sealedAccount = seal(JSON.stringify({ accountNumber, accountName }), householdId);
    const account = { bankBin, sealedAccount, accountEnding: accountNumber.slice(-4), isWallet };
    const { isWallet: _, ...row } = account;
    insertPayee({ ownerId: householdId, ...row, enteredAt, heldUntil: null, enteredById: null });
    insertEvent({
      id: newId("pye", enteredAt),
      ownerId: householdId,
      bankBin,
      accountEnding: row.accountEnding,
      actorId: null,
      occurredAt: enteredAt,
    });
    accounts.set(householdId, account);
  });
  return accounts;
}
