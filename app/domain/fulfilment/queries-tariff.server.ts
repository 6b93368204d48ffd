import { desc, eq } from "drizzle-orm";
import { shippingTariffs } from "~db/schema/fulfilment";
import { users } from "~db/schema/identity";
import { now } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { present } from "~/platform/invariant";
import { localDateOf } from "~/platform/period";
import { tariffOf } from "./queries.server";
import { tariffStates, type TariffRow } from "./shipping-tariff";

const TARIFFS_MAX = 60;

/** Every tariff that was entered, the latest day first, with how it stands today; at most 60. */
export async function listTariffs(): Promise<TariffRow[]> {
  const rows = await reader()
    .select({ tariff: shippingTariffs, enteredBy: users.fullName })
    .from(shippingTariffs)
    .leftJoin(users, eq(users.id, shippingTariffs.enteredById))
    .orderBy(
      desc(shippingTariffs.effectiveOn),
      desc(shippingTariffs.enteredAt),
      desc(shippingTariffs.id),
    )
    .limit(TARIFFS_MAX);
  const states = tariffStates(
    rows.map(({ tariff }) => ({
      effectiveOn: tariff.effectiveOn,
      isWithdrawn: tariff.withdrawnAt !== null,
    })),
    localDateOf(now()),
  );
  return rows.map(({ tariff, enteredBy }, index) => ({
    ...tariffOf(tariff),
    id: tariff.id,
    state: present(states[index], "a tariff without a state"),
    enteredBy,
    enteredAt: tariff.enteredAt,
    isSample: tariff.isSample,
  }));
}
