import type { LoaderFunctionArgs } from "@remix-run/node";
import { findOpenRun } from "~/domain/settlement/queries-runs.server";
import { requirePermission } from "~/web/guard.server";

/** `{ state }`: the run that is at work, another text when none is. */
export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "reconciliation.manage");
  const open = await findOpenRun();
  return Response.json(
    { state: open?.id ?? "none" },
    { headers: { "Cache-Control": "private, no-store" } },
  );
}
