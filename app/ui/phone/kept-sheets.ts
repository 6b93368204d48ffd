import type { KeptSheetForm } from "~/domain/households/kept-sheet";
import type { KeptSheet, OpenAgent } from "./kept-types";
import { openPhone } from "./phone-db";

/** The agent whose desk was open last on this phone; none once somebody has signed in or out since. */
export async function lastAgent(): Promise<OpenAgent | undefined> {
  return (await openPhone()).get("agent", "last");
}

export async function rememberAgent(agent: OpenAgent): Promise<void> {
  await (await openPhone()).put("agent", agent, "last");
}

/** One of the open agent's, or undefined: nobody sees another's. */
export async function findSheet(id: string): Promise<KeptSheet | undefined> {
  const kept = await (await openPhone()).get("sheets", id);
  return kept?.agent.id === (await lastAgent())?.id ? kept : undefined;
}

/** The open agent's, the one touched last first, and how many others there are. */
export async function listSheets(): Promise<{ kept: KeptSheet[]; othersCount: number }> {
  const [all, agent] = [await (await openPhone()).getAll("sheets"), await lastAgent()];
  const kept = all.filter((one) => one.agent.id === agent?.id);
  const newestFirst = kept.toSorted((a, b) => b.touchedAt - a.touchedAt);
  return { kept: newestFirst, othersCount: all.length - kept.length };
}

export async function dropSheet(id: string): Promise<void> {
  await (await openPhone()).delete("sheets", id);
}

/** Changes one in a single step, from what is there at that moment; begins it where there is none. */
export async function changeSheet(
  { id, agent }: Pick<KeptSheet, "id" | "agent">,
  change: (kept: KeptSheet) => KeptSheet,
): Promise<KeptSheet> {
  const tx = (await openPhone()).transaction("sheets", "readwrite");
  const kept = (await tx.store.get(id)) ?? emptySheet(id, agent);
  const changed = { ...change(kept), touchedAt: Date.now() };
  await tx.store.put(changed);
  await tx.done;
  return changed;
}

/** Changes one that is there; one that was dropped or taken meanwhile stays gone. */
export async function changeIfThere(
  id: string,
  change: (kept: KeptSheet) => KeptSheet,
): Promise<void> {
  const tx = (await openPhone()).transaction("sheets", "readwrite");
  const kept = await tx.store.get(id);
  if (kept) await tx.store.put(change(kept));
  await tx.done;
}

/** What a form had on its way to the shop and no page has said of that it arrived: somebody looks at it again. */
export async function reopenPosted(): Promise<void> {
  for (const { id, stage } of (await listSheets()).kept) {
    if (stage === "posted") await changeIfThere(id, (one) => ({ ...one, stage: "open" }));
  }
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

/** As the shop takes it. */
export function bodyOf({ id, agent, fields, powers, photo }: KeptSheet): KeptSheetForm {
  return { id, agentId: agent.id, fields, powers, sheetHash: photo?.hash ?? null };
}
