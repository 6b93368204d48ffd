import { notices } from "~db/schema/notices";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { HOUR_MS } from "~/platform/period";
import { NOTICE_KINDS } from "./notice-kinds";
import type { Purchase } from "./types";

/** The buyer's own link, once more to the buyer's own phone; who asks for it sees nothing of it. */
export async function askLink(tx: Transaction, purchase: Purchase): Promise<void> {
  const { id, kind, code, language } = purchase;
  const askedAt = now();
  await tx.insert(notices).values({
    id: newId("ntc"),
    kind: "link_asked",
    eventId: newId("ask"), // each time anew
    recipientKind: "buyer",
    recipientId: id,
    language,
    subjectKind: kind,
    subjectId: id,
    facts: { about: code, purchaseCode: code },
    status: "waiting",
    createdAt: askedAt,
    dueAt: askedAt,
    worthUntil: askedAt + NOTICE_KINDS.link_asked.worth * HOUR_MS,
  });
}
