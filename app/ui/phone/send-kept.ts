import type { KeptListingForm } from "~/domain/catalog/forms-listing";
import type { KeptReply } from "~/web/kept-reply";
import { paths } from "~/web/paths";
import type { KeptListing, KeptQuestion } from "./kept-types";
import { NotTakenError, postKept, sendAlone, sendPhoto } from "./ask-shop";
import { changeKept, dropKept, findKept, holdsAnything, listKept } from "./kept-listings";
import { isNotTaken, notTakenBy } from "./not-taken";

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
  return sendAlone("send-kept-listings", send);
}

export function mustBeLookedAt({ reply }: KeptListing): boolean {
  return reply !== null && !isNotTaken(reply.state);
}

/** Sends one, as it is once its photo is there; null when it waits: the line was lost, or somebody goes on with it. */
async function sendKept(listed: KeptListing): Promise<KeptReply | null> {
  let kept = listed;
  const of = { household: listed.desk.slug };
  try {
    const file = kept.photo?.file;
    if (file) await sendPhoto(paths.listingPhotoParts(file.hash, of), file.blob);
    const now = await findKept(kept.id);
    if (!now || now === "others" || now.photo?.file?.hash !== file?.hash) return null;
    if (listed.sending !== null && now.sending === null) return null;
    kept = now;
    const reply = (await postKept(paths.keptListings(of), bodyOf(kept))) as KeptReply;
    await keepReply(kept, reply);
    return reply;
  } catch (error) {
    if (error instanceof NotTakenError) {
      const state = notTakenBy(error.ledTo);
      await changeKept(kept, (now) => ({ ...now, reply: { state } }));
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
