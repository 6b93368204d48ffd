import { retailTotals } from "~db/schema/statistics";
import type { UserActor } from "~/domain/audit/actor";
import { closePeriod } from "~/domain/flows/close-period.server";
import { publishPeriod } from "~/domain/flows/publish-period.server";
import { revisePeriod } from "~/domain/flows/revise-period.server";
import { insertSellers, livePast } from "~/domain/flows/test-past";
import { insertTestShop, insertTestUser } from "~/domain/flows/test-shop";
import { findPeriod } from "~/domain/statistics/queries-periods.server";
import { setClock } from "~/platform/clock.server";
import { inTransaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { startOfDate } from "~/platform/period";

export const OCTOBER = "2026-10";

/** What each of the four sellers sold of each set, in đồng; amounts that stand nowhere else. Two sell in each commune. */
export const SOLD: readonly (readonly (readonly [set: 1 | 4 | 11, amountVnd: number])[])[] = [
  [
    [4, 410_011],
    [11, 71_013],
  ],
  [
    [4, 420_017],
    [11, 72_019],
  ],
  [
    [4, 430_023],
    [11, 73_029],
  ],
  [
    [4, 440_031],
    [1, 9_037],
  ],
];

let officer: UserActor;

/** On 5 November, with an officer. */
export async function beginNovember(): Promise<UserActor> {
  setClock(startOfDate("2026-11-05"));
  await insertTestShop();
  const userId = await insertTestUser({ role: "department_officer", fullName: "Lê Thị Duyệt" });
  officer = { kind: "user", userId, role: "department_officer" };
  return officer;
}

/** Closes October with those sales. */
export async function closeOctober(sold = SOLD): Promise<void> {
  const sellers = await insertSellers();
  for (const [index, ofSeller] of sold.entries()) {
    const seller = sellers[index];
    if (!seller) throw new Error(`no seller ${index}`);
    const lines = ofSeller.map(([ocopSet, unitPriceVnd]) => ({
      ocopSet,
      stars: 3 as const,
      quantity: 1,
      unitPriceVnd,
      backCount: 0,
    }));
    const order = {
      seller: index,
      status: "delivered",
      channel: "web",
      method: "vietqr",
      cash: "all",
      shippingVnd: 20_000,
      border: 0,
      offsetMs: 5 * 86_400_000,
      lines,
      back: null,
    } as const;
    await inTransaction((tx) => livePast(tx, order, { first: OCTOBER, seller }));
  }
  const closed = await closePeriod(officer, { month: OCTOBER, seen: await seen(), closedBy: by() });
  if (!closed.ok) throw new Error(closed.code);
}

/** Closes and publishes it. */
export async function publishOctober(sold = SOLD): Promise<void> {
  await closeOctober(sold);
  await publish(1);
}

/** The statistics office's total comes in after the closing, and is published as the first revision. */
export async function reviseOctober(note: string): Promise<void> {
  await inTransaction((tx) =>
    tx.insert(retailTotals).values({
      id: newId("rtt"),
      month: OCTOBER,
      kind: "goods",
      amountVnd: 4_671_400_000_000,
      stage: "estimate",
      source: "Thống kê tỉnh",
      publishedOn: "2026-11-04",
      enteredAt: startOfDate("2026-11-04"),
    }),
  );
  const input = { month: OCTOBER, edition: 1, seen: await seen(), note, closedBy: by() };
  const revised = await revisePeriod(officer, input);
  if (!revised.ok) throw new Error(revised.code);
  await publish(2);
}

const seen = async () => (await findPeriod(OCTOBER))?.seen ?? "";
const by = () => ({ id: officer.userId, name: "Lê Thị Duyệt" });

async function publish(edition: number): Promise<void> {
  const input = { month: OCTOBER, edition, publishedById: officer.userId };
  const published = await publishPeriod(officer, input);
  if (!published.ok) throw new Error(published.code);
}
