import { addDays } from "../../../app/platform/period";
import { voucherProgrammes } from "../../schema/vouchers";
import { prepareInsert } from "../insert-rows";
import { daysBefore, momentOf } from "./sample-day";
import type { SampleWriter } from "./sample-writer";

const BEGAN_DAYS_AGO = 7;
const LASTS_DAYS = 90;

/** One programme that runs and one that is proposed, neither of them used; their codes stand on the department's page alone. */
export function seedVouchers({ connection, day, newId }: SampleWriter): void {
  const startsOn = daysBefore(day, BEGAN_DAYS_AGO);
  const createdAt = momentOf(startsOn, 8);
  const insert = prepareInsert(connection, voucherProgrammes);
  const terms = {
    leastVnd: 150_000,
    endsOn: addDays(startsOn, LASTS_DAYS),
    usedCount: 0,
    createdById: null,
    createdAt,
    agreedById: null,
    stoppedAt: null,
    isSample: true,
  };
  insert({
    ...terms,
    id: newId("vcp", createdAt),
    code: "CHOPHIEN",
    name: "Chương trình mẫu",
    valueVnd: 50_000,
    startsOn,
    usesMax: 200,
    agreedAt: createdAt,
  });
  insert({
    ...terms,
    id: newId("vcp", createdAt),
    code: "DEXUAT",
    name: "Đề xuất mẫu",
    valueVnd: 100_000,
    startsOn: addDays(startsOn, 3 * BEGAN_DAYS_AGO),
    usesMax: 500,
    agreedAt: null,
  });
}
