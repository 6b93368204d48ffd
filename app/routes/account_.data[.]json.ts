import type { LoaderFunctionArgs } from "@remix-run/node";
import { exportPerson } from "~/domain/buyers/queries-export.server";
import { HOUR_MS } from "~/platform/period";
import { createRateLimit } from "~/platform/rate-limit.server";
import { dataFile } from "~/web/data-file";
import { requirePermission } from "~/web/guard.server";
import { tooManyRequests } from "~/web/http-errors";

const perPerson = createRateLimit({ limit: 30, windowMs: HOUR_MS });

/** Everything that the market knows of the person, as one file. */
export async function loader(args: LoaderFunctionArgs) {
  const { user } = await requirePermission(args, "account.open");
  const waitMs = perPerson.take(user.id);
  if (waitMs > 0) throw tooManyRequests(waitMs);
  return dataFile("cho-phien-du-lieu-cua-toi", await exportPerson(user.id));
}
