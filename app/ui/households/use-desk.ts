import { useMatches, useRouteLoaderData } from "@remix-run/react";
import type { DeskHousehold } from "~/domain/households/types";

export type DeskData = { households: DeskHousehold[] };
export type Desk = {
  households: DeskHousehold[];
  /** Whose page this is; null when the person belongs to no household. */
  current: DeskHousehold | null;
  /** What addresses of lists carry so that they stay with this household. */
  query: { household?: string };
};

/** The household whose page this is, from `deskHouseholdId` in the page's own data; without it, the first. */
export function useDesk(): Desk {
  const households = useRouteLoaderData<DeskData>("routes/household")?.households ?? [];
  const ids = useMatches().map((match) => idIn(match.data));
  const id = ids.findLast((one) => one !== undefined);
  const current = households.find((one) => one.id === id) ?? households[0] ?? null;
  const isFirst = current === null || current === households[0];
  return { households, current, query: isFirst ? {} : { household: current.slug } };
}

function idIn(data: unknown): string | undefined {
  if (typeof data !== "object" || data === null || !("deskHouseholdId" in data)) return undefined;
  return typeof data.deskHouseholdId === "string" ? data.deskHouseholdId : undefined;
}
