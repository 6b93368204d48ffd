import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { takeRequestData } from "~/domain/flows/take-request-data.server";
import { HOUR_MS } from "~/platform/period";
import { createRateLimit } from "~/platform/rate-limit.server";
import { archiveWords } from "~/ui/exchange/archive-words";
import { dataFile } from "~/web/data-file";
import { requirePermission } from "~/web/guard.server";
import { notFound, tooManyRequests } from "~/web/http-errors";
import { translatorFor } from "~/web/i18n";
import { paths } from "~/web/paths";
import { zipFile } from "~/web/zip-file.server";

// All of a household is read anew each time.
const perOfficer = createRateLimit({ limit: 30, windowMs: HOUR_MS });

/** The data that a request asks for, as a file; each time is a step of the request. */
export async function action(args: ActionFunctionArgs) {
  const { actor, language, user } = await requirePermission(args, "compliance.manage");
  const requestId = args.params["requestId"] ?? "";
  const waitMs = perOfficer.take(user.id);
  if (waitMs > 0) throw tooManyRequests(waitMs);
  const words = archiveWords(translatorFor(language));
  const taken = await takeRequestData(actor, { requestId, words });
  if (taken.ok) {
    const { value } = taken;
    const name = `du-lieu-${requestId}`;
    return value.kind === "person" ? dataFile(name, value.data) : zipFile(name, value.parts);
  }
  if (taken.code === "request_not_found") throw notFound();
  return redirect(paths.complianceRequest(requestId, { problem: taken.code }), 303);
}
