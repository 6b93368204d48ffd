import { releaseSteps } from "~db/schema/statistics-releases";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { DAY_MS, formatInstant, formatMonth, monthRange, type Month } from "~/platform/period";
import { fail, succeed, type Result } from "~/platform/result";
import { listEditions } from "./periods/queries-editions.server";
import { readTurn } from "./queries-periods.server";
import { readPendingReleases, readReleasesOf } from "./queries-releases.server";
import { currentMonth } from "./queries.server";
import type { Release } from "./releases";

export type ReleaseAnnouncement = {
  month: Month;
  /** Milliseconds UTC. */
  dueAt: number;
  /** "" of what is said first. */
  reason: string;
  /** How many steps the officer saw of this month. */
  seen: number;
  madeById: string;
};

export type AnnounceReleaseCode =
  | "release_changed_since"
  | "release_published"
  | "release_due"
  | "release_reason_missing"
  | "release_past"
  | "release_before_end"
  | "release_far"
  | "release_no_figures"
  | "release_same"
  | "release_out_of_order";

/** An officer's year, and some days for the last of its months. */
const AHEAD_DAYS = 400;

/**
 * Tells when a month, or a revision of it, will be published; told before, it is another hour, with the reason that
 * everybody reads. The same twice is once.
 */
export async function announceRelease(
  tx: Transaction,
  input: ReleaseAnnouncement,
): Promise<Result<{ isRepeat: boolean; before: number | null }, AnnounceReleaseCode>> {
  const { month, dueAt, reason, seen, madeById } = input;
  const releases = await readReleasesOf(tx, month);
  const said = releases.flatMap(({ steps }) => steps).at(-1);
  const isSame = said?.dueAt === dueAt && said.reason === reason && said.madeBy.id === madeById;
  if (said && isSame && said.step === seen + 1) return succeed({ isRepeat: true, before: null });
  if ((said?.step ?? 0) !== seen) return fail("release_changed_since");
  const editions = await listEditions(tx, [month]);
  const newest = editions.at(-1);
  if (newest && newest.publishedAt !== null) return fail("release_published");
  const afterEdition = editions.findLast((one) => one.publishedAt !== null)?.edition ?? 0;
  const current = releases.find((release) => release.afterEdition === afterEdition) ?? null;
  const fault = faultOfState(current, input) ?? (await faultOfHour(tx, input, afterEdition));
  if (fault) return fault;
  await tx.insert(releaseSteps).values({
    id: newId("rls"),
    month,
    step: seen + 1,
    afterEdition,
    dueAt,
    reason,
    madeById,
    madeAt: now(),
  });
  return succeed({ isRepeat: false, before: current?.dueAt ?? null });
}

function faultOfState(current: Release | null, { dueAt, reason }: ReleaseAnnouncement) {
  if (!current) return null;
  if (current.state === "due") return fail("release_due");
  if (current.state === "announced" && current.dueAt === dueAt) return fail("release_same");
  return reason === "" ? fail("release_reason_missing") : null;
}

async function faultOfHour(
  tx: Transaction,
  { month, dueAt }: ReleaseAnnouncement,
  afterEdition: number,
) {
  if (dueAt <= now()) return fail("release_past");
  if (dueAt < monthRange(month).to) return fail("release_before_end");
  if (dueAt > now() + AHEAD_DAYS * DAY_MS) return fail("release_far");
  const { first, next } = await readTurn(tx);
  if (month < (first ?? next ?? currentMonth())) return fail("release_no_figures");
  // A revision has the months before it public already, and those after it wait for nothing.
  if (afterEdition > 0) return null;
  const inTheWay = (await readPendingReleases(tx)).find((other) => {
    if (other.afterEdition > 0 || other.dueAt === null) return false;
    return other.month < month ? other.dueAt > dueAt : other.month > month && other.dueAt < dueAt;
  });
  if (!inTheWay) return null;
  const time = formatInstant(inTheWay.dueAt ?? 0);
  return fail("release_out_of_order", { month: formatMonth(inTheWay.month), time });
}
