import { and, eq } from "drizzle-orm";
import { households } from "~db/schema/households";
import { findCommune } from "~/domain/places/queries.server";
import { reader } from "~/platform/db.server";
import { present } from "~/platform/invariant";
import type { Language } from "~/platform/language";
import type { PublicHousehold } from "./types-public";

/**
 * A household that may sell, as everyone sees it, or null. The commune is shown and the house is not: who
 * sells must be known, where they sleep need not.
 */
export async function findPublicHousehold(
  slug: string,
  language: Language,
): Promise<PublicHousehold | null> {
  const [row] = await reader()
    .select()
    .from(households)
    .where(and(eq(households.slug, slug), eq(households.status, "approved")))
    .limit(1);
  if (!row) return null;
  const commune = present(await findCommune(row.communeCode), "a household lies in a commune");
  const { name, kind, contactName, phone, photo, createdAt, isSample } = row;
  return {
    slug: row.slug,
    name,
    kind,
    contactName,
    phone,
    communeCode: commune.code,
    communeName: commune.name,
    provinceName: commune.provinceName,
    story: (language === "en" ? row.storyEn : null) ?? row.story,
    photo,
    createdAt,
    isSample,
  };
}
