import { inArray } from "drizzle-orm";
import { keptContents } from "~db/schema/compliance-duties";
import { now } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { HOUR_MS } from "~/platform/period";
import { listPrivateFolders, removePrivateFolder } from "~/platform/storage.server";
import { KEPT_FOLDER } from "./kept-photo-path";

const BATCH_SIZE = 500;
const KEPT_ID = /^kpt_[0-9a-f]{32}$/;

/**
 * Removes folders of copies that no row names: a crash came between the files and the commit, or the row is forgotten.
 * Those of the last hour stay, for their row may be being written.
 */
export async function sweepKeptFiles(): Promise<void> {
  const before = now() - HOUR_MS;
  const folders = await listPrivateFolders(KEPT_FOLDER);
  const old = folders
    .filter(({ name, changedAt }) => KEPT_ID.test(name) && changedAt < before)
    .map(({ name }) => name);
  for (let from = 0; from < old.length; from += BATCH_SIZE) {
    const names = old.slice(from, from + BATCH_SIZE);
    const rows = await reader()
      .select({ id: keptContents.id })
      .from(keptContents)
      .where(inArray(keptContents.id, names))
      .limit(BATCH_SIZE);
    const known = new Set(rows.map(({ id }) => id));
    for (const name of names) {
      if (!known.has(name)) await removePrivateFolder(`${KEPT_FOLDER}/${name}`);
    }
  }
}
