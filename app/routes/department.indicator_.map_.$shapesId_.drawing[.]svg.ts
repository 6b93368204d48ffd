import type { LoaderFunctionArgs } from "@remix-run/node";
import { findShapes } from "~/domain/places/queries-maps.server";
import { drawBoundaries } from "~/ui/statistics/commune-map";
import { readMapSize } from "~/ui/statistics/map-document";
import { drawingResponse } from "~/web/drawing-response";
import { requirePermission } from "~/web/guard.server";
import { orNotFound } from "~/web/http-errors";
import { translatorFor } from "~/web/i18n";

/** Boundaries as they would be drawn, without a figure. */
export async function loader(args: LoaderFunctionArgs) {
  const { language } = await requirePermission(args, "commune_map.choose");
  const size = orNotFound(readMapSize(new URL(args.request.url).searchParams.get("size")));
  const { shapes } = orNotFound(await findShapes(args.params["shapesId"] ?? ""));
  const svg = drawBoundaries(shapes, size, translatorFor(language)("maps.previewTitle"));
  return drawingResponse(svg);
}
