import type { LoaderFunctionArgs } from "@remix-run/node";
import { findStatement } from "~/domain/statements/queries-statements.server";
import { readStatementFile } from "~/domain/statements/read-statement-file.server";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";

/** The file byte for byte as it was brought in; never opened by the browser, for it is a stranger's text. */
export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "bank_statement.import");
  const statement = await findStatement(args.params["importId"] ?? "");
  if (!statement) throw notFound();
  return new Response(await readStatementFile(statement.id), {
    headers: {
      "Content-Type": "text/csv",
      "Content-Disposition": `attachment; filename="${statement.id}.csv"`,
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
