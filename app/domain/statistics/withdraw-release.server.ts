import { releaseSteps } from "~db/schema/statistics-releases";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import type { Month } from "~/platform/period";
import { fail, succeed, type Result } from "~/platform/result";
import { readReleasesOf } from "./queries-releases.server";

export type ReleaseWithdrawal = {
  month: Month;
  /** Which everybody reads. */
  reason: string;
  /** How many steps the officer saw of this month. */
  seen: number;
  madeById: string;
};
export type WithdrawReleaseCode = "release_changed_since" | "release_due" | "release_not_announced";

/** The hour that was told holds no more, and none does. The same twice is once. */
export async function withdrawRelease(
  tx: Transaction,
  { month, reason, seen, madeById }: ReleaseWithdrawal,
): Promise<Result<{ isRepeat: boolean; before: number | null }, WithdrawReleaseCode>> {
  const current = (await readReleasesOf(tx, month)).at(-1);
  const said = current?.steps.at(-1);
  if (!current || !said) return fail("release_not_announced");
  const isSame = said.dueAt === null && said.reason === reason && said.madeBy.id === madeById;
  if (isSame && said.step === seen + 1) return succeed({ isRepeat: true, before: null });
  if (said.step !== seen) return fail("release_changed_since");
  if (current.state === "due") return fail("release_due");
  if (current.state !== "announced") return fail("release_not_announced");
  await tx.insert(releaseSteps).values({
    id: newId("rls"),
    month,
    step: seen + 1,
    afterEdition: current.afterEdition,
    dueAt: null,
    reason,
    madeById,
    madeAt: now(),
  });
  return succeed({ isRepeat: false, before: current.dueAt });
}
