import type { LoaderFunctionArgs } from "@remix-run/node";
import { readProvinceMap } from "~/domain/places/queries-maps.server";
import { methodUsesOf } from "~/domain/statistics/method-versions";
import { findPeriod } from "~/domain/statistics/queries-periods.server";
import { isMonth } from "~/platform/period";
import { mapCellsOf } from "~/ui/statistics/commune-map";
import { readMapSize, svgOfMap } from "~/ui/statistics/map-document";
import { drawingResponse } from "~/web/drawing-response";
import { requirePermission } from "~/web/guard.server";
import { notFound, orNotFound } from "~/web/http-errors";

/** The map of an edition as the department sees it: every commune in its colour, hatched where it is not public. */
export async function loader(args: LoaderFunctionArgs) {
  const { language } = await requirePermission(args, "indicator.read");
  const size = orNotFound(readMapSize(new URL(args.request.url).searchParams.get("size")));
  const month = args.params["month"] ?? "";
  if (!isMonth(month)) throw notFound();
  const { editions } = orNotFound(await findPeriod(month));
  const asked = editions.find(({ edition }) => String(edition) === args.params["edition"]);
  const { manifest, publishedAt } = orNotFound(asked ?? null);
  const map = { ...(await readProvinceMap()), cells: mapCellsOf(manifest.disclosed.cells) };
  const svg = orNotFound(
    svgOfMap(map, {
      size,
      month,
      language,
      asOf:
        publishedAt === null
          ? { kind: "closed", at: manifest.closedAt }
          : { kind: "published", at: publishedAt },
      methods: methodUsesOf([{ month, methodVersion: manifest.methodVersion }]),
    }),
  );
  return drawingResponse(svg);
}
