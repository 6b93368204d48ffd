import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import type { KeptSheetForm } from "~/domain/households/kept-sheet";
import type { KeptSheet, OpenAgent } from "./kept-types";

/** Beside that of listings, so that neither waits for pages of an older build that hold the other open. */
interface Schema extends DBSchema {
  agent: { key: "last"; value: OpenAgent };
  sheets: { key: string; value: KeptSheet };
}

/** Of a person who is not here any more nothing stays for ever. */
const OTHERS_LIFE_MS = 60 * 24 * 3_600_000;
let opened: Promise<IDBPDatabase<Schema>> | undefined;

function open(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>("cho-phien-sheets", 1, {
    upgrade(db) {
      db.createObjectStore("agent");
      db.createObjectStore("sheets", { keyPath: "id" });
    },
  });
  return opened;
}

/** The agent whose desk was open last on this phone; none once somebody has signed in or out since. */
export async function lastAgent(): Promise<OpenAgent | undefined> {
  return (await open()).get("agent", "last");
}

export async function rememberAgent(agent: OpenAgent): Promise<void> {
  await (await open()).put("agent", agent, "last");
}

/** One of the open agent's, or undefined: nobody sees another's. */
export async function findSheet(id: string): Promise<KeptSheet | undefined> {
  const kept = await (await open()).get("sheets", id);
  return kept?.agent.id === (await lastAgent())?.id ? kept : undefined;
}

/** The open agent's, the one touched last first, and how many others there are. */
export async function listSheets(): Promise<{ kept: KeptSheet[]; othersCount: number }> {
  const db = await open();
  const [all, agent] = [await db.getAll("sheets"), await lastAgent()];
  const kept = all.filter((one) => one.agent.id === agent?.id);
  const others = all.filter((one) => !kept.includes(one));
  const old = others.filter(({ touchedAt }) => touchedAt < Date.now() - OTHERS_LIFE_MS);
  for (const { id } of old) await db.delete("sheets", id);
  const newestFirst = kept.toSorted((a, b) => b.touchedAt - a.touchedAt);
  return { kept: newestFirst, othersCount: others.length - old.length };
}

export async function dropSheet(id: string): Promise<void> {
  await (await open()).delete("sheets", id);
}

/** Changes one in a single step, from what is there at that moment; begins it where there is none. */
export async function changeSheet(
  { id, agent }: Pick<KeptSheet, "id" | "agent">,
  change: (kept: KeptSheet) => KeptSheet,
): Promise<KeptSheet> {
  const tx = (await open()).transaction("sheets", "readwrite");
  const kept = (await tx.store.get(id)) ?? emptySheet(id, agent);
  const changed = { ...change(kept), touchedAt: Date.now() };
  await tx.store.put(changed);
  await tx.done;
  return changed;
}

/** Changes one that is there, or lets it go by null; one that was dropped or taken meanwhile stays gone. */
export async function changeIfThere(
  id: string,
  change: (kept: KeptSheet) => KeptSheet | null,
): Promise<KeptSheet | null> {
  const tx = (await open()).transaction("sheets", "readwrite");
  const kept = await tx.store.get(id);
  const changed = kept ? change(kept) : null;
  if (changed) await tx.store.put(changed);
  else await tx.store.delete(id);
  await tx.done;
  return changed;
}

/** One of which nothing is typed yet. */
export function emptySheet(id: string, { id: agentId, name }: OpenAgent): KeptSheet {
  const nothing = { fields: {}, powers: [], photo: null, stage: "open", reply: null } as const;
  return { id, agent: { id: agentId, name }, ...nothing, powers: [], touchedAt: 0 };
}

/** What a form says: without what was left empty, without files and without what is no question of a sheet. */
export function typedIn(data: FormData): Pick<KeptSheet, "fields" | "powers"> {
  const fields: Record<string, string> = {};
  const powers: string[] = [];
  for (const [name, value] of data) {
    if (typeof value !== "string" || value === "") continue;
    if (name === "powers") powers.push(value);
    else fields[name] = value;
  }
  return { fields, powers };
}

/** The photo that goes with it: none where nothing was signed for. */
export function signedPhoto({ fields, photo }: KeptSheet): KeptSheet["photo"] {
  return fields["way"] === "sheet" ? photo : null;
}

/** As the shop takes it. */
export function bodyOf(kept: KeptSheet): KeptSheetForm {
  const { id, agent, fields, powers } = kept;
  return { id, agentId: agent.id, fields, powers, sheetHash: signedPhoto(kept)?.hash ?? null };
}
