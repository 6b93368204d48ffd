import type { LoaderFunctionArgs } from "@remix-run/node";
import { readEditionText } from "~/domain/statistics/queries-edition-files.server";
import { requirePermission } from "~/web/guard.server";
import { notFound, orNotFound } from "~/web/http-errors";

/** The very text that was hashed. */
export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "indicator.read");
  const { month = "", edition = "" } = args.params;
  if (!/^[1-9]\d{0,4}$/.test(edition)) throw notFound();
  const text = orNotFound(await readEditionText(month, Number(edition)));
  return new Response(text, {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="cho-phien-${month}-${edition}.json"`,
    },
  });
}
