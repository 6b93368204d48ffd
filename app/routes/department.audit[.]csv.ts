import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { askAudit } from "~/domain/flows/ask-audit.server";
import { exportAudit } from "~/domain/flows/export-audit.server";
import { now } from "~/platform/clock.server";
import { localDateOf } from "~/platform/period";
import { actWords } from "~/ui/audit/audit-words";
import { requirePermission } from "~/web/guard.server";
import { translatorFor } from "~/web/i18n";
import { paths } from "~/web/paths";

/** What a question finds as a file, sent while it is read; one that cannot be asked leads to the page that says why. */
export async function loader(args: LoaderFunctionArgs) {
  const { actor, language } = await requirePermission(args, "audit.read");
  const asked = await askAudit(new URL(args.request.url).searchParams);
  if (Object.keys(asked.faults).length > 0) throw redirect(paths.audit(asked.typed));
  const t = translatorFor(language);
  const csv = await exportAudit(actor, {
    question: asked.question,
    actOf: (action) => actWords(t, action),
  });
  return new Response(csv, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="nhat-ky-${localDateOf(now())}.csv"`,
      "Cache-Control": "private, no-store",
    },
  });
}
