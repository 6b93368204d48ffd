import type { KeptSheetReply } from "~/web/kept-reply";
import { paths } from "~/web/paths";
import type { KeptSheet } from "./kept-types";
import { NotTakenError, postKept, sendAlone, sendPhoto } from "./ask-shop";
import { bodyOf, changeIfThere, dropSheet, findSheet, listSheets } from "./kept-sheets";

/** One that the shop has taken; `to` goes on from it. */
export type TakenSheet = { kept: KeptSheet; to: string };

/** True of what does not go before somebody has looked at it. */
export function mustBeLookedAt({ stage, reply }: KeptSheet): boolean {
  return stage !== "finished" || (reply !== null && reply.state !== "signed_out");
}

/** Sends all that is finished and nobody has to look at first. Answers what was taken. */
export async function sendSheets(isWanted: (kept: KeptSheet) => boolean): Promise<TakenSheet[]> {
  return sendAlone("send-kept-sheets", async () => {
    const taken: TakenSheet[] = [];
    for (const kept of (await listSheets()).kept) {
      if (mustBeLookedAt(kept) || !isWanted(kept)) continue;
      const to = await sendSheet(kept);
      if (to !== null) taken.push({ kept, to });
    }
    return taken;
  });
}

/** Where it goes on from, once it is taken; null while it waits. */
async function sendSheet(listed: KeptSheet): Promise<string | null> {
  const { id, photo } = listed;
  try {
    if (photo) await sendPhoto(paths.sheetParts(photo.hash), photo.blob);
    const kept = await findSheet(id);
    // Somebody goes on with it.
    if (!kept || mustBeLookedAt(kept) || kept.photo?.hash !== photo?.hash) return null;
    const reply = (await postKept(paths.keptSheets(), bodyOf(kept))) as KeptSheetReply;
    if (reply.state === "taken") {
      await dropSheet(id);
      return reply.to;
    }
    await changeIfThere(id, (one) => ({ ...one, reply }));
  } catch (error) {
    if (error instanceof NotTakenError) {
      await changeIfThere(id, (one) => ({ ...one, reply: { state: "signed_out" } }));
    }
  }
  return null;
}
