import { keptContents } from "~db/schema/compliance-duties";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { present } from "~/platform/invariant";
import { localDateOf } from "~/platform/period";
import { endOf, lastDayAfter } from "./clocks";
import type { KeptContent, KeptPhoto } from "./kept-words";
import { findDuty } from "./queries-duties.server";

/** Keeps what is taken down as it is shown, for as long as the term that holds today says. */
export async function keepContent(
  tx: Transaction,
  kept: {
    id: string;
    subjectId: string;
    householdId: string;
    title: string;
    content: KeptContent;
    photos: KeptPhoto[];
    actorId: string;
  },
): Promise<void> {
  const { actorId, ...facts } = kept;
  const takenAt = now();
  const today = localDateOf(takenAt);
  const term = present(
    await findDuty({ duty: "kept_content", on: today }, tx),
    "how long content is kept came with the migrations",
  );
  await tx.insert(keptContents).values({
    ...facts,
    kind: facts.content.kind,
    takenAt,
    takenById: actorId,
    termId: term.id,
    keepUntil: endOf(lastDayAfter(today, term)),
  });
}
