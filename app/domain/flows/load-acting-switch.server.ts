import { findDeskHousehold } from "~/domain/households/queries.server";
import type { DeskHousehold } from "~/domain/households/types";
import { isInScope, type Scope } from "~/domain/identity/scope";

/** The household whose page an agent opened, and the one that they work for by now; null where the first is none of theirs. */
export async function loadActingSwitch(
  scope: Scope,
  { slug, actingForId }: { slug: string; actingForId: string | null },
): Promise<{ wanted: DeskHousehold; current: DeskHousehold | null } | null> {
  const wanted = await findDeskHousehold(scope, slug);
  if (wanted === null) return null;
  const current =
    actingForId === null || !isInScope(scope, actingForId)
      ? null
      : await findDeskHousehold({ kind: "households", householdIds: [actingForId] }, null);
  return { wanted, current };
}
