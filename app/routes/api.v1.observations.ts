import type { LoaderFunctionArgs } from "@remix-run/node";
import { readObservations } from "~/domain/opendata/queries.server";
import { observationsQuery } from "~/domain/opendata/schemas";
import { keyedAnswer, readQuery, refuseMethod, requireDataKey } from "~/web/data-api.server";
import { originOf } from "~/web/origin.server";
import { paths } from "~/web/paths";

/** Published observations, a page at a time. */
export async function loader(args: LoaderFunctionArgs) {
  await requireDataKey(args);
  const query = readQuery(args, observationsQuery);
  const { rows, next: cursor } = await readObservations(query);
  if (cursor === null) return keyedAnswer({ data: rows, next: null });
  const next = originOf(args.request) + paths.apiObservations({ ...query, cursor });
  return keyedAnswer({ data: rows, next }, { Link: `<${next}>; rel="next"` });
}

export const action = refuseMethod;
