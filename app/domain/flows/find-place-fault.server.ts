import { isHelpedCommune } from "~/domain/households/queries-helped-communes.server";
import { findCommune } from "~/domain/places/queries.server";
import type { SessionScope } from "~/domain/training/types";
import { settings } from "~/platform/env.server";
import { fail, type Failure } from "~/platform/result";

export type SessionPlaceCode = "commune_elsewhere" | "commune_not_helped";

/** Why no session is planned in this commune; null where one is: the department's in its province, a helper's where they help. */
export async function findPlaceFault(
  scope: SessionScope,
  communeCode: string,
): Promise<Failure<SessionPlaceCode> | null> {
  const commune = await findCommune(communeCode);
  if (commune?.provinceCode !== settings().PROVINCE) return fail("commune_elsewhere");
  const isTheirs = scope.kind === "all" || (await isHelpedCommune(scope.helperId, communeCode));
  return isTheirs ? null : fail("commune_not_helped");
}
