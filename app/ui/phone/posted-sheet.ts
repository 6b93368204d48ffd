import { changeIfThere, listSheets } from "./kept-sheets";

/** Of this tab, so that no other tab's form is taken for it. */
const KEY = "postedSheet";
/** After so long no form is on its way any more. */
const LOST_MS = 2 * 60_000;

/** The form that is kept under this id is sent by this tab now. */
export function notePosted(id: string): void {
  sessionStorage.setItem(KEY, id);
}

/**
 * What became of the form that this tab sent: where it was `answered` the phone keeps it no longer; where nobody knows,
 * somebody looks at it again, and at what tabs that were closed had sent.
 */
export async function settlePosted(outcome: "answered" | "unknown"): Promise<void> {
  const own = sessionStorage.getItem(KEY);
  sessionStorage.removeItem(KEY);
  for (const { id, stage, touchedAt } of (await listSheets()).kept) {
    const isOwn = id === own;
    if (stage !== "posted" || !(isOwn || touchedAt < Date.now() - LOST_MS)) continue;
    await changeIfThere(id, (one) =>
      isOwn && outcome === "answered" ? null : { ...one, stage: "open" },
    );
  }
}
