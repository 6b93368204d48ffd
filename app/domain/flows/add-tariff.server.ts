import { actorIdOf, type Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { addTariff as add } from "~/domain/fulfilment/add-tariff.server";
import type { ShippingTariff } from "~/domain/fulfilment/shipping-tariff";
import { inTransaction } from "~/platform/db.server";
import { listProvinces } from "~/domain/places/queries.server";
import { fail, type Result } from "~/platform/result";

/** An officer enters what sending costs from a day on. */
export async function addTariff(
  actor: Actor,
  input: ShippingTariff & { tariffId: string },
): Promise<Result<{ isNew: boolean }, "tariff_in_past" | "province_unknown">> {
  const known = new Set((await listProvinces()).map(({ code }) => code));
  if (!input.nearProvinceCodes.every((code) => known.has(code))) return fail("province_unknown");
  return inTransaction(async (tx) => {
    const added = await add(tx, { ...input, enteredById: actorIdOf(actor) });
    if (!added.ok || !added.value.isNew) return added;
    const { tariffId, ...tariff } = input;
    await recordAction(tx, {
      actor,
      action: "shipping_tariff.add",
      subject: { kind: "shipping_tariff", id: tariffId },
      after: tariff,
    });
    return added;
  });
}
