import { changeIfThere, listSheets } from "./kept-sheets";

/** Of this tab, so that no other tab's form is taken for it. */
const KEY = "postedSheet";
/** After so long no form is on its way any more. */
const LOST_MS = 2 * 60_000;

/** The form that is kept under this id is sent by this tab now; a browser that keeps nothing for tabs knows it by the clock alone. */
export function notePosted(id: string): void {
  try {
    sessionStorage.setItem(KEY, id);
  } catch {
    // Cookies are blocked.
  }
}

/** What this tab sent last, once. */
function takePosted(): string | null {
  try {
    const own = sessionStorage.getItem(KEY);
    sessionStorage.removeItem(KEY);
    return own;
  } catch {
    return null;
  }
}

/**
 * What became of the form that this tab sent: where it was `answered` the phone keeps it no longer; where nobody knows,
 * somebody looks at it again, and at what tabs that were closed had sent. Answers how many there were.
 */
export async function settlePosted(outcome: "answered" | "unknown"): Promise<number> {
  const own = takePosted();
  let settledCount = 0;
  for (const { id, stage, touchedAt } of (await listSheets()).kept) {
    const isOwn = id === own;
    if (stage !== "posted" || !(isOwn || touchedAt < Date.now() - LOST_MS)) continue;
    settledCount += 1;
    await changeIfThere(id, (one) =>
      isOwn && outcome === "answered" ? null : { ...one, stage: "open" },
    );
  }
  return settledCount;
}
