import { asc, eq } from "drizzle-orm";
import { households } from "~db/schema/households";
import { communes } from "~db/schema/places";
import { reader } from "~/platform/db.server";

const MAX_OF_PHONE = 10;

/** What an agent is shown of a household that it has not agreed to be helped by yet. */
const stranger = {
  id: households.id,
  slug: households.slug,
  name: households.name,
  communeName: communes.name,
};

/** The households that registered with this phone (ten digits), the longest here first; at most 10. */
export async function listHouseholdsByPhone(phone: string) {
  return selectStrangers(eq(households.phone, phone));
}

/** The one with this slug, or null. */
export async function findHelpedHousehold(slug: string) {
  const [found] = await selectStrangers(eq(households.slug, slug));
  return found ?? null;
}

function selectStrangers(wanted: ReturnType<typeof eq>) {
  return reader()
    .select(stranger)
    .from(households)
    .innerJoin(communes, eq(communes.code, households.communeCode))
    .where(wanted)
    .orderBy(asc(households.createdAt), asc(households.id))
    .limit(MAX_OF_PHONE);
}
