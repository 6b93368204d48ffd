import { eq } from "drizzle-orm";
import { households } from "~db/schema/households";
import { registeredSheets } from "~db/schema/households-delegations";
import type { ReadDatabase } from "~/platform/db.server";
import type { HouseholdStatus } from "./household-status";
import type { RegistrationWords } from "./registration-words";

export type RegisteredSheet = {
  agentId: string;
  householdId: string;
  slug: string;
  status: HouseholdStatus;
  words: RegistrationWords;
  /** Of the question that it asked last; null: none. */
  delegationId: string | null;
  photoHash: string | null;
};

/** What the sheet with this id has become, with its household's words as they stand; null where none was sent. */
export async function findRegisteredSheet(
  db: ReadDatabase,
  sheetId: string,
): Promise<RegisteredSheet | null> {
  const [row] = await db
    .select({
      sheet: registeredSheets,
      slug: households.slug,
      status: households.status,
      words: {
        name: households.name,
        kind: households.kind,
        contactName: households.contactName,
        phone: households.phone,
        communeCode: households.communeCode,
        addressLine: households.addressLine,
        story: households.story,
      },
    })
    .from(registeredSheets)
    .innerJoin(households, eq(households.id, registeredSheets.householdId))
    .where(eq(registeredSheets.id, sheetId))
    .limit(1);
  if (!row) return null;
  const { agentId, householdId, delegationId, photoHash } = row.sheet;
  const { slug, status, words } = row;
  return { agentId, householdId, delegationId, photoHash, slug, status, words };
}
