import type { LoaderFunctionArgs } from "@remix-run/node";
import { readFilter } from "~/domain/compliance/read-filter";
import { exportCompliance } from "~/domain/flows/export-compliance.server";
import { now } from "~/platform/clock.server";
import { localDateOf } from "~/platform/period";
import { requirePermission } from "~/web/guard.server";
import { translatorFor } from "~/web/i18n";

/** The register as a file, of the kind and state that the list shows. */
export async function loader(args: LoaderFunctionArgs) {
  const { actor, language } = await requirePermission(args, "compliance.manage");
  const t = translatorFor(language);
  const csv = await exportCompliance(actor, {
    filter: readFilter(new URL(args.request.url).searchParams),
    words: {
      kindOf: (kind) => t(`compliance.kind_${kind}`),
      wayOf: (way) => t(`compliance.way_${way}`),
      aboutOf: (kind) => t(`compliance.about_${kind}`),
      resultOf: (result) => t(`compliance.result_${result}`),
    },
  });
  return new Response(csv, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="so-yeu-cau-${localDateOf(now())}.csv"`,
      "Cache-Control": "private, no-store",
    },
  });
}
