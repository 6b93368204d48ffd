import type { LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { listRevisionRows } from "~/domain/opendata/queries.server";
import { keyedAnswer, readQuery, refuseMethod, requireDataKey } from "~/web/data-api.server";

/** What was published anew, and why. */
export async function loader(args: LoaderFunctionArgs) {
  await requireDataKey(args);
  readQuery(args, z.strictObject({}));
  return keyedAnswer({ data: await listRevisionRows() });
}

export const action = refuseMethod;
