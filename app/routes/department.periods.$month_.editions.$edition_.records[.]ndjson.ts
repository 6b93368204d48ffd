import type { LoaderFunctionArgs } from "@remix-run/node";
import { takeEditionRecords } from "~/domain/flows/take-edition-records.server";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";

/** The orders and returns behind an edition, one a line, as they were kept. */
export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requirePermission(args, "indicator.read");
  const { month = "", edition = "" } = args.params;
  if (!/^[1-9]\d{0,4}$/.test(edition)) throw notFound();
  const taken = await takeEditionRecords(actor, { month, edition: Number(edition) });
  if (!taken.ok) throw notFound();
  return new Response(taken.value, {
    headers: {
      "Content-Type": "application/x-ndjson; charset=utf-8",
      "Content-Disposition": `attachment; filename="cho-phien-${month}-${edition}.ndjson"`,
    },
  });
}
