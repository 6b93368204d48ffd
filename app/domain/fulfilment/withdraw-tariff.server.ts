import { eq } from "drizzle-orm";
import { shippingTariffs } from "~db/schema/fulfilment";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { localDateOf, type LocalDate } from "~/platform/period";
import { fail, succeed, type Result } from "~/platform/result";

export type WithdrawTariffCode = "tariff_not_found" | "tariff_in_force";

/** Takes a tariff back before its day; asked again, nothing happens. One that was ever in force stays. */
export async function withdrawTariff(
  tx: Transaction,
  { tariffId }: { tariffId: string },
): Promise<Result<{ effectiveOn: LocalDate; isNew: boolean }, WithdrawTariffCode>> {
  const [tariff] = await tx
    .select({ effectiveOn: shippingTariffs.effectiveOn, withdrawnAt: shippingTariffs.withdrawnAt })
    .from(shippingTariffs)
    .where(eq(shippingTariffs.id, tariffId))
    .limit(1);
  if (!tariff) return fail("tariff_not_found");
  const { effectiveOn } = tariff;
  if (tariff.withdrawnAt !== null) return succeed({ effectiveOn, isNew: false });
  if (effectiveOn <= localDateOf(now())) return fail("tariff_in_force");
  await tx
    .update(shippingTariffs)
    .set({ withdrawnAt: now() })
    .where(eq(shippingTariffs.id, tariffId));
  return succeed({ effectiveOn, isNew: true });
}
