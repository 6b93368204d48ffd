import { beforeEach } from "vitest";
import { notices } from "~db/schema/notices";
import { createMailbox, tellAll } from "~/domain/flows/test-mailbox";
import { setUpOrders } from "~/domain/flows/test-orders";
import type { WordNotice } from "~/domain/notices/types";
import { now, setClock } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { wordNotice } from "~/ui/notices/word-notice";

/** Test support: the notices of a shop, in their true words. */
export const word: WordNotice = (notice) =>
  wordNotice(notice, { origin: "https://cho.example", keyOf: () => "key", contact: "" });

export let mailbox: ReturnType<typeof createMailbox>;

export function setUpNotices(): void {
  setUpOrders();
  beforeEach(() => {
    mailbox = createMailbox(word);
  });
}

export const all = async () => reader().select().from(notices);
export const one = async (kind: string) => (await all()).find((notice) => notice.kind === kind);
export const later = (ms: number) => setClock(now() + ms);

/** What was sent since the last look. */
export async function heard(): Promise<string[]> {
  await tellAll(mailbox);
  const kinds = mailbox.kinds();
  mailbox.messages.clear();
  return kinds;
}
