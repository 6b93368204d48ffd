import { present } from "../../../app/platform/invariant";
import { profileChanges } from "../../schema/households";
import { prepareInsert } from "../insert-rows";
import type { ProvinceSample } from "./province-sample";
import { daysBefore, momentOf } from "./sample-day";
import type { SampleWriter } from "./sample-writer";
import type { SeededHousehold } from "./seed-households";

const ADDED = {
  vi: "Từ vụ này mỗi gói có thêm tờ ghi ngày làm và số điện thoại của nhà, có gì khách cứ gọi.",
  en: "From this harvest on each pack holds a slip with the day it was made and our number; do call us.",
};

/** The second household has sent other words of itself, so that the department's queue is not empty. */
export function seedProfiles(
  { connection, day, newId }: SampleWriter,
  { sample, seeded }: { sample: ProvinceSample; seeded: readonly SeededHousehold[] },
): void {
  const household = present(seeded[1], "too few sample households");
  const words = present(sample.households[1], "too few sample households");
  const sentAt = momentOf(daysBefore(day, 1), 14);
  prepareInsert(
    connection,
    profileChanges,
  )({
    id: newId("pfc", sentAt),
    householdId: household.id,
    story: `${words.storyVi} ${ADDED.vi}`,
    storyEn: `${words.storyEn} ${ADDED.en}`,
    photo: null,
    status: "awaiting_approval",
    reason: null,
    sentAt,
    decidedAt: null,
    deciderId: null,
  });
}
