import { and, eq, gte, inArray, isNull, sum } from "drizzle-orm";
import { cardRefunds } from "~db/schema/payments-cards";
import type { ReadDatabase } from "~/platform/db.server";
import { CARD_REFUND_HELD } from "./card-status";

/** What an officer has had given back to cards since then without anybody else. */
export async function sumCardRefundsBy(
  db: ReadDatabase,
  { userId, since }: { userId: string; since: number },
): Promise<number> {
  const [row] = await db
    .select({ amountVnd: sum(cardRefunds.amountVnd).mapWith(Number) })
    .from(cardRefunds)
    .where(
      and(
        eq(cardRefunds.preparedById, userId),
        isNull(cardRefunds.approvedById),
        gte(cardRefunds.preparedAt, since),
        inArray(cardRefunds.status, [...CARD_REFUND_HELD]),
      ),
    );
  return row?.amountVnd ?? 0;
}
