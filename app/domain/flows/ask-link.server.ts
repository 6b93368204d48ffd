import type { Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { askLink as ask } from "~/domain/notices/ask-link.server";
import type { Purchase } from "~/domain/notices/types";
import { inTransaction } from "~/platform/db.server";
import { succeed, type Result } from "~/platform/result";

/** Somebody who has found a purchase by number and phone asks that its buyer be sent the link that does more than show. */
export async function askLink(actor: Actor, purchase: Purchase): Promise<Result<null>> {
  return inTransaction(async (tx) => {
    await ask(tx, purchase);
    const subject = { kind: purchase.kind, id: purchase.id };
    await recordAction(tx, { actor, action: "link.ask", subject });
    return succeed(null);
  });
}
