import { eq } from "drizzle-orm";
import { shippingTariffs } from "~db/schema/fulfilment";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { localDateOf } from "~/platform/period";
import { fail, succeed, type Result } from "~/platform/result";
import type { ShippingTariff } from "./shipping-tariff";

/**
 * A tariff from a day on, which is today or later: what was charged before stays as it was. Another one for the same
 * day replaces the first. The same form sent twice enters one.
 */
export async function addTariff(
  tx: Transaction,
  input: ShippingTariff & { tariffId: string; enteredById: string | null },
): Promise<Result<{ isNew: boolean }, "tariff_in_past">> {
  const { tariffId, rates, ...tariff } = input;
  const isKnown = (await tx.$count(shippingTariffs, eq(shippingTariffs.id, tariffId))) > 0;
  if (isKnown) return succeed({ isNew: false });
  if (input.effectiveOn < localDateOf(now())) return fail("tariff_in_past");
  await tx.insert(shippingTariffs).values({
    ...tariff,
    id: tariffId,
    inProvinceFirstVnd: rates.in_province.firstStepVnd,
    inProvinceNextVnd: rates.in_province.nextStepVnd,
    nearFirstVnd: rates.near.firstStepVnd,
    nearNextVnd: rates.near.nextStepVnd,
    elsewhereFirstVnd: rates.elsewhere.firstStepVnd,
    elsewhereNextVnd: rates.elsewhere.nextStepVnd,
    enteredAt: now(),
  });
  return succeed({ isNew: true });
}
