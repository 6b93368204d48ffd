import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import type { KeptDesk, KeptListing, OpenDesk } from "./kept-types";

interface Schema extends DBSchema {
  desk: { key: "last"; value: OpenDesk };
  listings: { key: string; value: KeptListing };
}

const KNOWN_LIFE_MS = 14 * 24 * 3_600_000;

let opened: Promise<IDBPDatabase<Schema>> | undefined;

function open(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>("cho-phien", 1, {
    upgrade(db) {
      db.createObjectStore("desk");
      db.createObjectStore("listings", { keyPath: "id" });
    },
  });
  return opened;
}

/** The desk that was open last on this phone; none once somebody has signed in or out since (`service-worker.js`). */
export async function lastDesk(): Promise<OpenDesk | undefined> {
  return (await open()).get("desk", "last");
}

export async function rememberDesk(desk: OpenDesk): Promise<void> {
  await (await open()).put("desk", desk, "last");
}

/** One of the open desk's; `others` of a household whose desk is not open: nobody else sees it. */
export async function findKept(id: string): Promise<KeptListing | "others" | undefined> {
  const kept = await (await open()).get("listings", id);
  return kept && !isOf(await lastDesk(), kept) ? "others" : kept;
}

/** Those of the open desk that hold something which the shop has not, and how many others there are. */
export async function listKept(): Promise<{ kept: KeptListing[]; othersCount: number }> {
  const [all, desk] = [await holding(), await lastDesk()];
  const kept = all.filter((one) => isOf(desk, one));
  return { kept, othersCount: all.length - kept.length };
}

function isOf(desk: OpenDesk | undefined, kept: KeptListing): boolean {
  return desk?.householdIds.includes(kept.desk.householdId) ?? false;
}

/** What was only seen, and long ago, goes. */
async function holding(): Promise<KeptListing[]> {
  const db = await open();
  const all = await db.getAll("listings");
  for (const one of all) {
    const isOld = one.touchedAt < Date.now() - KNOWN_LIFE_MS;
    if (isOld && !holdsAnything(one)) await db.delete("listings", one.id);
  }
  return all.filter(holdsAnything).toSorted((a, b) => b.touchedAt - a.touchedAt);
}

export function holdsAnything(kept: KeptListing): boolean {
  return kept.photo !== null || kept.sending !== null || Object.keys(kept.answers).length > 0;
}

/** True of what no form has taken to the shop already, as far as is known. */
export function isWaiting({ photo, answers, sending }: KeptListing): boolean {
  const told = [photo, sending, ...Object.values(answers)];
  return told.some((one) => one?.isPosted === false);
}

export async function dropKept(id: string): Promise<void> {
  await (await open()).delete("listings", id);
}

/** Changes one in a single step, from what is there at that moment; begins it where there is none. */
export async function changeKept(
  { id, desk }: { id: string; desk: KeptDesk },
  change: (kept: KeptListing) => KeptListing,
): Promise<KeptListing> {
  const tx = (await open()).transaction("listings", "readwrite");
  const kept = (await tx.store.get(id)) ?? emptyKept(id, desk);
  const changed = { ...change(kept), touchedAt: Date.now() };
  await tx.store.put(changed);
  await tx.done;
  return changed;
}

/** One of which nothing is known or said yet. */
export function emptyKept(id: string, { householdId, slug, name }: KeptDesk): KeptListing {
  const nothing = { known: {}, photo: null, answers: {}, sending: null, reply: null };
  return { id, desk: { householdId, slug, name }, ...nothing, touchedAt: 0 };
}

/** A form's texts as the shop reads them: without what was left empty, and without its own marks. */
export function fieldsOf(data: FormData): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [name, value] of data) {
    if (typeof value === "string" && value !== "" && !MARKS.includes(name)) fields[name] = value;
  }
  return fields;
}

const MARKS = ["seen", "version", "to", "listingId"];
