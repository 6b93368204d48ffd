import type { KeptSheetReply } from "~/web/kept-reply";
import { paths } from "~/web/paths";
import { FailedError, LaterError, NotTakenError, postKept, sendAlone, sendPhoto } from "./ask-shop";
import { bodyOf, changeIfThere, findSheet, listSheets, signedPhoto } from "./kept-sheets";
import type { KeptSheet } from "./kept-types";

/** One that the shop has taken; `to` goes on from it. */
export type TakenSheet = { kept: KeptSheet; to: string };

/** When the shop will listen again. */
let waitUntil = 0;

/** True of what does not go before somebody has looked at it. */
export function mustBeLookedAt({ stage, reply }: KeptSheet): boolean {
  return stage !== "finished" || (reply !== null && reply.state !== "signed_out");
}

/** The shop has said when it takes the next one, and that is not yet. */
export function mustWait(): boolean {
  return Date.now() < waitUntil;
}

/**
 * Sends all that is finished and nobody has to look at first, until the line or the shop stops it: what comes after would
 * only be in the way of what is half sent. Answers what was taken.
 */
export async function sendSheets(isWanted: (kept: KeptSheet) => boolean): Promise<TakenSheet[]> {
  return sendAlone("send-kept-sheets", async () => {
    const taken: TakenSheet[] = [];
    for (const kept of (await listSheets()).kept) {
      if (mustWait()) break;
      if (mustBeLookedAt(kept) || !isWanted(kept)) continue;
      try {
        const to = await sendSheet(kept, isWanted);
        if (to !== null) taken.push({ kept, to });
      } catch (error) {
        if (error instanceof LaterError) waitUntil = Date.now() + error.waitMs;
        // Of a fault of this one alone the others know nothing.
        if (!(error instanceof FailedError)) break;
      }
    }
    return taken;
  });
}

/** Where it goes on from, once it is taken; null where somebody has to look at it. Throws where it has to wait. */
async function sendSheet(
  listed: KeptSheet,
  isWanted: (kept: KeptSheet) => boolean,
): Promise<string | null> {
  const { id } = listed;
  try {
    const photo = signedPhoto(listed);
    if (photo) await sendPhoto(paths.sheetParts(photo.hash), photo.blob);
    const kept = await findSheet(id);
    // Somebody has it open by now, or went on with it.
    if (kept?.touchedAt !== listed.touchedAt || !isWanted(kept)) return null;
    const reply = (await postKept(paths.keptSheets(), bodyOf(kept))) as KeptSheetReply;
    // Somebody went on with it meanwhile: then it is theirs.
    const isSame = (one: KeptSheet) => one.touchedAt === kept.touchedAt;
    if (reply.state === "taken") {
      const left = await changeIfThere(id, (one) => (isSame(one) ? null : one));
      return left ? null : reply.to;
    }
    await changeIfThere(id, (one) => (isSame(one) ? { ...one, reply } : one));
  } catch (error) {
    if (!(error instanceof NotTakenError)) throw error;
    await changeIfThere(id, (one) => ({ ...one, reply: { state: "signed_out" } }));
  }
  return null;
}
