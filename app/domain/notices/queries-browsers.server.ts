import { eq } from "drizzle-orm";
import { pushSubscriptions } from "~db/schema/notices";
import { reader } from "~/platform/db.server";

/** In how many browsers this order, or this person's households, are told of. */
export async function countBrowsers(ownerId: string): Promise<number> {
  return reader().$count(pushSubscriptions, eq(pushSubscriptions.ownerId, ownerId));
}
