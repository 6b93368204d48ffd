import type { LoaderFunctionArgs } from "@remix-run/node";
import { exportHousehold } from "~/domain/flows/export-household.server";
import { householdArchive } from "~/domain/flows/household-archive.server";
import { findDeskHousehold } from "~/domain/households/queries.server";
import { HOUR_MS } from "~/platform/period";
import { createRateLimit } from "~/platform/rate-limit.server";
import { archiveWords } from "~/ui/exchange/archive-words";
import { zipFile } from "~/web/zip-file.server";
import { deskSlug } from "~/web/desk-address";
import { requirePermission } from "~/web/guard.server";
import { notFound, orNotFound, tooManyRequests } from "~/web/http-errors";
import { translatorFor } from "~/web/i18n";

// All of a household is read anew each time.
const perPerson = createRateLimit({ limit: 6, windowMs: HOUR_MS });

/** Everything that the market knows of a household, as one archive of tables that open in Excel, sent while it is read. */
export async function loader(args: LoaderFunctionArgs) {
  const { actor, scope, language, user } = await requirePermission(args, "household.export");
  const { id, slug } = orNotFound(await findDeskHousehold(scope, deskSlug(args)));
  const waitMs = perPerson.take(user.id);
  if (waitMs > 0) throw tooManyRequests(waitMs);
  const facts = await exportHousehold(actor, scope, id);
  if (!facts.ok) throw notFound();
  const words = archiveWords(translatorFor(language));
  return zipFile(slug, await householdArchive(id, facts.value, words));
}
