import { useMatches, useRouteLoaderData } from "@remix-run/react";
import type { Permission } from "~/domain/identity/permissions";
import type { DeskHousehold, HelpedHousehold } from "~/domain/households/types";

export type DeskData = {
  households: DeskHousehold[];
  /** What whoever is here may do for them: all that households do, or what one has let an agent do. */
  may: Permission[];
  /** Set where an agent works for the household. */
  helped: HelpedHousehold | null;
};
export type Desk = {
  households: DeskHousehold[];
  /** Whose page this is; null when the person belongs to no household. */
  current: DeskHousehold | null;
  /** What addresses of lists carry so that they stay with this household. */
  query: { household?: string };
  may: (permission: Permission) => boolean;
  helped: HelpedHousehold | null;
};

/** The household whose page this is, from `deskHouseholdId` in the page's own data; without it, the first. */
export function useDesk(): Desk {
  const desk = useRouteLoaderData<DeskData>("routes/household");
  const households = desk?.households ?? [];
  const ids = useMatches().map((match) => idIn(match.data));
  const id = ids.findLast((one) => one !== undefined);
  const current = households.find((one) => one.id === id) ?? households[0] ?? null;
  const helped = desk?.helped ?? null;
  // An agent's pages always say whose they are: a form that was opened for one household must not come to another.
  const isPlain = current === null || (helped === null && current === households[0]);
  return {
    households,
    current,
    query: isPlain ? {} : { household: current.slug },
    may: (permission) => desk?.may.includes(permission) ?? false,
    helped,
  };
}

function idIn(data: unknown): string | undefined {
  if (typeof data !== "object" || data === null || !("deskHouseholdId" in data)) return undefined;
  return typeof data.deskHouseholdId === "string" ? data.deskHouseholdId : undefined;
}
