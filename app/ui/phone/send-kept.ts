import type { KeptListingForm } from "~/domain/catalog/forms-listing";
import type { KeptReply } from "~/web/kept-reply";
import { paths } from "~/web/paths";
import {
  changeKept,
  dropKept,
  findKept,
  holdsAnything,
  listKept,
  type KeptListing,
  type KeptQuestion,
} from "./kept-listings";

/** Small enough that little is lost with the line, large enough that most of the time goes into bytes. */
const PART_BYTES = 32 * 1024;
const TIMEOUT_MS = 40_000;
const ATTEMPTS_MAX = 8;
const WAIT_MAX_MS = 15_000;

/** Somebody else, or nobody, is signed in on this phone; or the shop takes no more of this person's photos now. */
export class NotTakenError extends Error {
  override name = "NotTakenError";
}

/**
 * Sends a photo in parts, from where the shop has it; after a part is lost it asks, waits longer and longer and goes on.
 * Throws when the line stays away, or `NotTakenError`.
 */
export async function sendPhoto(
  { blob, hash }: { blob: Blob; hash: string },
  tell: (share: number) => void = () => undefined,
): Promise<void> {
  const place = paths.listingPhotoParts(hash);
  let received: number | null = null;
  let attempts = 0;
  while (received === null || received < blob.size) {
    try {
      const before: number = received ?? -1;
      received =
        received === null
          ? await askParts(place)
          : await askParts(`${place}?at=${received}`, blob.slice(received, received + PART_BYTES));
      if (received > before) attempts = 0;
      tell(Math.min(1, received / blob.size));
    } catch (error) {
      attempts += 1;
      if (error instanceof NotTakenError || attempts >= ATTEMPTS_MAX) throw error;
      received = null;
      await pause(Math.min(WAIT_MAX_MS, 500 * 2 ** attempts));
    }
  }
}

async function askParts(address: string, part?: Blob): Promise<number> {
  const answer = await fetch(address, {
    signal: AbortSignal.timeout(TIMEOUT_MS),
    ...(part ? { method: "POST", body: part } : {}),
  });
  const { received } = (await readAnswer(answer)) as { received: number };
  return received;
}

/** Throws where the line or the shop failed for now, and `NotTakenError` where asking again would not help. */
async function readAnswer(answer: Response): Promise<unknown> {
  if (answer.status >= 500 || answer.status === 429) throw new Error(`answered ${answer.status}`);
  const isOurs = answer.headers.get("Content-Type")?.startsWith("application/json") ?? false;
  if (!answer.ok || !isOurs) throw new NotTakenError(`answered ${answer.status}`);
  return answer.json();
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Sends all that waits and nobody has to look at first; one page of the phone at a time. Answers what was taken. */
export async function sendAllKept(
  isWanted: (kept: KeptListing) => boolean = () => true,
): Promise<{ kept: KeptListing; to: string }[]> {
  const send = async () => {
    const taken: { kept: KeptListing; to: string }[] = [];
    for (const kept of (await listKept()).kept) {
      if (!isWanted(kept) || mustBeLookedAt(kept)) continue;
      const reply = await sendKept(kept);
      if (reply?.state === "taken") taken.push({ kept, to: reply.to });
    }
    return taken;
  };
  return navigator.locks
    ? navigator.locks.request("send-kept-listings", { ifAvailable: true }, (lock) =>
        lock ? send() : [],
      )
    : send();
}

export function mustBeLookedAt({ reply }: KeptListing): boolean {
  return reply !== null && reply.state !== "signed_out";
}

/** Sends one, as it is once its photo is there; null when it waits: the line was lost, or somebody goes on with it. */
async function sendKept(listed: KeptListing): Promise<KeptReply | null> {
  let kept = listed;
  try {
    const file = kept.photo?.file;
    if (file) await sendPhoto(file);
    const now = await findKept(kept.id);
    if (!now || now === "others" || now.photo?.file?.hash !== file?.hash) return null;
    if (listed.sending !== null && now.sending === null) return null;
    kept = now;
    const answer = await fetch(paths.keptListings(), {
      signal: AbortSignal.timeout(TIMEOUT_MS),
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(bodyOf(kept)),
    });
    const reply = (await readAnswer(answer)) as KeptReply;
    await keepReply(kept, reply);
    return reply;
  } catch (error) {
    if (error instanceof NotTakenError) {
      await changeKept(kept, (now) => ({ ...now, reply: { state: "signed_out" } }));
    }
    return null;
  }
}

/** What was sent goes; what was said meanwhile stays, as an answer to what the shop has now. */
async function keepReply(sent: KeptListing, reply: KeptReply): Promise<void> {
  if (reply.state !== "taken") {
    await changeKept(sent, (now) => ({
      ...now,
      reply,
      known: "answered" in reply ? reply.answered : now.known,
    }));
    return;
  }
  const left = await changeKept(sent, (now) =>
    now.touchedAt === sent.touchedAt ? { ...now, photo: null, answers: {}, sending: null } : now,
  );
  if (!holdsAnything(left)) await dropKept(sent.id);
}

function bodyOf({ id, desk, photo, answers, sending }: KeptListing): KeptListingForm {
  return {
    listingId: id,
    householdId: desk.householdId,
    photo: photo && { seen: photo.seen, hash: photo.file?.hash ?? null },
    answers: Object.entries(answers).map(([screen, { seen, when, fields }]) => ({
      screen: screen as KeptQuestion,
      seen,
      when,
      fields,
    })),
    sending: sending && { to: sending.to, fields: sending.fields },
  };
}
