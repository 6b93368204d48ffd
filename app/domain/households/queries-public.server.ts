import { and, asc, eq } from "drizzle-orm";
import { households } from "~db/schema/households";
import { findCommune } from "~/domain/places/queries.server";
import { reader } from "~/platform/db.server";
import { present } from "~/platform/invariant";
import { textFor, type Language } from "~/platform/language";
import { shippingRulesOf } from "./queries-shipping.server";
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
  const story = textFor(language, row.story, row.storyEn);
  return {
    slug: row.slug,
    name,
    kind,
    contactName,
    phone,
    communeCode: commune.code,
    communeName: commune.name,
    provinceName: commune.provinceName,
    story: story.text,
    storyLanguage: story.language,
    photo,
    shippingRules: shippingRulesOf(row),
    createdAt,
    isSample,
  };
}

/** How many households a part of the sitemap stands for. */
const PART_SIZE = 1_000;

/** How many parts the sitemap has for the households that may sell. */
export async function countHouseholdParts(): Promise<number> {
  const total = await reader().$count(households, eq(households.status, "approved"));
  return Math.ceil(total / PART_SIZE);
}

/** The households of one part, from 1, the oldest first: new ones come last and move nobody. */
export async function listHouseholdsOfPart(part: number): Promise<{ slug: string }[]> {
  return reader()
    .select({ slug: households.slug })
    .from(households)
    .where(eq(households.status, "approved"))
    .orderBy(asc(households.createdAt), asc(households.id))
    .limit(PART_SIZE)
    .offset((part - 1) * PART_SIZE);
}
