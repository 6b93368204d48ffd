import type { LoaderFunctionArgs } from "@remix-run/node";
import { readProvinceMap } from "~/domain/places/queries-maps.server";
import { methodUsesOf } from "~/domain/statistics/method-versions";
import { readPublishedBreakdown } from "~/domain/statistics/queries-published.server";
import { mapCellsOf } from "~/ui/statistics/commune-map";
import { readMapSize, svgOfMap } from "~/ui/statistics/map-document";
import { drawingResponse } from "~/web/drawing-response";
import { languageOf } from "~/web/guard.server";
import { orNotFound } from "~/web/http-errors";

/** The map of the public page, of what everybody may see alone: what is withheld has no value by then. */
export async function loader(args: LoaderFunctionArgs) {
  const size = orNotFound(readMapSize(new URL(args.request.url).searchParams.get("size")));
  const { month, cells, publishedAt, methodVersion } = orNotFound(await readPublishedBreakdown());
  const map = { ...(await readProvinceMap()), cells: mapCellsOf(cells) };
  const svg = orNotFound(
    svgOfMap(map, {
      size,
      month,
      language: languageOf(args, null),
      asOf: { kind: "published", at: publishedAt },
      methods: methodUsesOf([{ month, methodVersion }]),
    }),
  );
  return drawingResponse(svg, { "Cache-Control": "no-cache" });
}
