import { and, eq, sql, sum, type SQL } from "drizzle-orm";
import { returnRequests } from "~db/schema/returns";
import { transfers } from "~db/schema/settlement";
import type { ReadDatabase } from "~/platform/db.server";
import type { TransferReason } from "./ledger-accounts";
import { MAX_DIFFERENCES, type Stretch } from "./queries-reconciliation.server";
import type { LedgerDifference } from "./types";

/** Requests of which the ledger does not say what they gave back: money to the buyer and to the programme of a voucher, commission to the household. */
export async function findReturnDifferences(
  db: ReadDatabase,
  stretch: Stretch,
): Promise<LedgerDifference[]> {
  const rows = await db
    .select({
      id: returnRequests.id,
      refundVnd: returnRequests.refundVnd,
      commissionVnd: returnRequests.commissionVnd,
      voucherVnd: returnRequests.voucherVnd,
      owedVnd: postedAs("sale_returned"),
      toProgrammeVnd: toProgramme(),
      returnedVnd: postedAs("commission_returned"),
    })
    .from(returnRequests)
    .leftJoin(
      transfers,
      and(
        eq(transfers.referenceKind, "return_request"),
        eq(transfers.referenceId, returnRequests.id),
      ),
    )
    .where(stretch)
    .groupBy(returnRequests.id)
    .limit(MAX_DIFFERENCES);
  return rows.flatMap(
    ({ id, refundVnd, voucherVnd, commissionVnd, owedVnd, toProgrammeVnd, returnedVnd }) => [
      ...compare("return_refund", id, { expectedVnd: refundVnd, actualVnd: owedVnd }),
      ...compare("return_voucher", id, { expectedVnd: voucherVnd, actualVnd: toProgrammeVnd }),
      ...compare("return_commission", id, { expectedVnd: commissionVnd, actualVnd: returnedVnd }),
    ],
  );
}

function compare(
  name: "return_refund" | "return_voucher" | "return_commission",
  subjectId: string,
  amounts: { expectedVnd: number; actualVnd: number },
): LedgerDifference[] {
  return amounts.expectedVnd === amounts.actualVnd ? [] : [{ name, subjectId, ...amounts }];
}

/** What of it went to the programme of a voucher and not to the buyer. */
function toProgramme(): SQL<number> {
  const isOfProgramme = sql`${transfers.reason} = 'sale_returned' and ${transfers.creditAccountId} like 'voucher:%'`;
  const amountVnd = sql`case when ${isOfProgramme} then ${transfers.amountVnd} end`;
  return sql<number>`coalesce(${sum(amountVnd)}, 0)`.mapWith(Number);
}

function postedAs(reason: TransferReason): SQL<number> {
  const amountVnd = sql`case when ${transfers.reason} = ${reason} then ${transfers.amountVnd} end`;
  return sql<number>`coalesce(${sum(amountVnd)}, 0)`.mapWith(Number);
}
