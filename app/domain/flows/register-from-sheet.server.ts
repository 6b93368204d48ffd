import type { UserActor } from "~/domain/audit/actor";
import type { PhotoCode } from "~/domain/catalog/photo-limits";
import type { ReadSheet } from "~/domain/households/kept-sheet";
import { inTransaction } from "~/platform/db.server";
import type { SentFile } from "~/platform/parts.server";
import { fail, succeed, type Result } from "~/platform/result";
import { askBySheet, type AskBySheetFailure, type SheetPhoto } from "./ask-by-sheet.server";
import { withStoredSheet } from "./ask-consent.server";
import { registerOnce, type RegisterOnceFailure } from "./register-once.server";

export type RegisteredFromSheet = {
  slug: string;
  /** Of the question whether the agent may work for it; null where it will be asked later. */
  consentCode: string | null;
  /** The household has signed for it, and the agent waits for too many answers to ask it yet. */
  isLater: boolean;
};
export type RegisterFromSheetFailure = RegisterOnceFailure | AskBySheetFailure | PhotoCode;

type Sheet = ReadSheet & { sheetId: string };

/**
 * An agent brings in a household's sheet of paper: the household is registered and, where it has signed for that, asked
 * by the same sheet whether the agent may work for it; both or nothing, but for a question that the agent has too many of,
 * which waits. Sent again under its id it is the same household, with what was put right since. `photo`: of the sheet,
 * null only where nothing was signed for.
 */
export async function registerFromSheet(
  actor: UserActor,
  { sheetId, household, consent }: Sheet,
  photo: SentFile | null,
): Promise<Result<RegisteredFromSheet, RegisterFromSheetFailure>> {
  const write = (stored: SheetPhoto | null) =>
    inTransaction(async (tx) => {
      const registered = await registerOnce(tx, actor, { sheetId, household });
      if (!registered.ok) return registered;
      const sheet = registered.value;
      const asked = await askBySheet(tx, actor, { sheetId, sheet, consent, photo: stored });
      return asked.ok ? succeed({ slug: sheet.slug, ...asked.value }) : asked;
    });
  const done = consent === null ? await write(null) : await withPhoto(photo, write);
  if (!done.ok) return done;
  const { slug, consentCode, isLater } = done.value;
  return succeed({ slug, consentCode, isLater });
}

/** Writes with the photo beside it; without one nothing is asked. */
async function withPhoto<Value extends { isNew: boolean }, Code extends string>(
  photo: SentFile | null,
  write: (stored: SheetPhoto) => Promise<Result<Value, Code>>,
): Promise<Result<Value, Code | PhotoCode>> {
  const bytes = (await photo?.read()) ?? null;
  if (photo === null || bytes === null) return fail("photo_not_whole");
  return withStoredSheet(bytes, (id) => write({ id, hash: photo.hash }));
}
