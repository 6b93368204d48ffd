import { GUEST } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { askForProduce as ask, type AskFailure } from "~/domain/supply/ask-for-produce.server";
import type { WantedForm } from "~/domain/supply/forms";
import { inTransaction } from "~/platform/db.server";
import { succeed, type Result } from "~/platform/result";

/** A buyer tells the department what they would take in bulk. Who it is stands in no log. */
export async function askForProduce(wanted: WantedForm): Promise<Result<null, AskFailure>> {
  return inTransaction(async (tx) => {
    const asked = await ask(tx, wanted);
    if (!asked.ok) return asked;
    if (asked.value.isNew) {
      const { demandId: id, buyerName: _, phone: __, note: ___, ...after } = wanted;
      const subject = { kind: "supply_demand", id } as const;
      await recordAction(tx, { actor: GUEST, action: "demand.ask", subject, after });
    }
    return succeed(null);
  });
}
