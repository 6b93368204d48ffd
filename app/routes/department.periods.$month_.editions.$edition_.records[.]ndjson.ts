import type { LoaderFunctionArgs } from "@remix-run/node";
import { streamEditionRecords } from "~/domain/statistics/queries-edition-files.server";
import { requirePermission } from "~/web/guard.server";
import { notFound, orNotFound } from "~/web/http-errors";

/** The orders and returns behind an edition, one a line, as they were kept. */
export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "indicator.read");
  const { month = "", edition = "" } = args.params;
  if (!/^[1-9]\d{0,4}$/.test(edition)) throw notFound();
  const stream = orNotFound(await streamEditionRecords(month, Number(edition)));
  return new Response(stream, {
    headers: {
      "Content-Type": "application/x-ndjson; charset=utf-8",
      "Content-Disposition": `attachment; filename="cho-phien-${month}-${edition}.ndjson"`,
    },
  });
}
