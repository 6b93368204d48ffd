import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import type { DemandForm } from "~/domain/supply/forms";
import { noteDemand as note } from "~/domain/supply/note-demand.server";
import { inTransaction } from "~/platform/db.server";

/** The department notes what a buyer would take. Who it is stands in no log: it is forgotten one day. */
export async function noteDemand(actor: UserActor, demand: DemandForm): Promise<void> {
  await inTransaction(async (tx) => {
    const { isNew } = await note(tx, { notedById: actor.userId, demand });
    if (!isNew) return;
    const { demandId, buyerName: _, contact: __, note: ___, ...facts } = demand;
    await recordAction(tx, {
      actor,
      action: "demand.note",
      subject: { kind: "supply_demand", id: demandId },
      after: facts,
    });
  });
}
