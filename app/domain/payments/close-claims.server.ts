import { and, eq, sql } from "drizzle-orm";
import { transferClaims } from "~db/schema/payments-claims";
import { changeBuiltOnce, type Transaction } from "~/platform/db.server";

/** All of the money is there: nobody needs to look for it any more. */
export async function closeClaims(tx: Transaction, checkoutId: string): Promise<void> {
  await close(tx).execute({ checkoutId });
}

const close = changeBuiltOnce((tx) =>
  tx
    .update(transferClaims)
    .set({ status: "closed" })
    .where(
      and(
        eq(transferClaims.checkoutId, sql.placeholder("checkoutId")),
        eq(transferClaims.status, "open"),
      ),
    )
    .prepare(),
);
