import type { LoaderFunctionArgs } from "@remix-run/node";
import { loadOutcomes } from "~/domain/training/queries-outcome.server";
import { listAllSessions } from "~/domain/training/queries.server";
import { trainingCsv } from "~/domain/training/training-csv.server";
import { now } from "~/platform/clock.server";
import { localDateOf } from "~/platform/period";
import { requirePermission } from "~/web/guard.server";
import { translatorFor } from "~/web/i18n";
import { trainingCsvWords } from "~/web/training-csv-words";

/** Every session with what came of it: counts alone, nobody's name or phone. */
export async function loader(args: LoaderFunctionArgs) {
  const { language } = await requirePermission(args, "training.manage");
  const outcomes = await loadOutcomes({ kind: "all" });
  const sessions = await listAllSessions();
  const rows = sessions.map((session) => ({ session, outcome: outcomes.ofSession(session.id) }));
  return new Response(trainingCsv(rows, trainingCsvWords(translatorFor(language))), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="cho-phien-tap-huan-${localDateOf(now())}.csv"`,
    },
  });
}
