import { addDays } from "../../../app/platform/period";
import { voucherProgrammes } from "../../schema/vouchers";
import { prepareInsert } from "../insert-rows";
import { daysBefore, momentOf } from "./sample-day";
import type { SampleWriter } from "./sample-writer";

const BEGAN_DAYS_AGO = 7;
const LASTS_DAYS = 90;

/** One programme that nobody has used yet; its code stands on the department's page alone. */
export function seedVouchers({ connection, day, newId }: SampleWriter): void {
  const startsOn = daysBefore(day, BEGAN_DAYS_AGO);
  const createdAt = momentOf(startsOn, 8);
  prepareInsert(
    connection,
    voucherProgrammes,
  )({
    id: newId("vcp", createdAt),
    code: "CHOPHIEN",
    name: "Chương trình mẫu",
    valueVnd: 50_000,
    leastVnd: 150_000,
    startsOn,
    endsOn: addDays(startsOn, LASTS_DAYS),
    usesMax: 200,
    usedCount: 0,
    createdById: null,
    createdAt,
    agreedById: null,
    agreedAt: createdAt,
    stoppedAt: null,
    isSample: true,
  });
}
