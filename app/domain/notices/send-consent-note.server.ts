import { z } from "zod";
import { findDelegationById } from "~/domain/households/queries-delegations.server";
import { linkKey } from "~/domain/identity/link-key.server";
import type { SmsChannel } from "./open-channels.server";
import type { ConsentFacts, NoticeWords } from "./types";

const begunPayload = z.object({ delegationId: z.string() });

type WordConsent = (facts: ConsentFacts) => Pick<NoticeWords, "shortText" | "link">;

/**
 * An outbox handler: tells a household by SMS who works for it from now on, with the link by which it ends that. Not
 * when it is over already. Asked again by the same number of the message, which its provider knows.
 */
export async function sendConsentNote(
  payload: unknown,
  { sms, word }: { sms: SmsChannel | null; word: WordConsent },
): Promise<void> {
  const { delegationId } = begunPayload.parse(payload);
  const found = await findDelegationById(delegationId);
  if (sms === null || found?.status !== "given" || found.until === null) return;
  const { code, phone, agentName, until } = found;
  const words = word({ code, key: linkKey("consent", code), helper: agentName, until });
  const delivery = await sms({ id: delegationId, phone, words });
  if (delivery.kind === "unsure") throw new Error("the SMS provider did not answer");
}
