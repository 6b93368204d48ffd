import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { noteStatementLook } from "~/domain/flows/note-statement-look.server";
import { findStatement } from "~/domain/statements/queries-statements.server";
import { readStatementFile } from "~/domain/statements/read-statement-file.server";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { paths } from "~/web/paths";

/** The file byte for byte as it was brought in, noted with who took it; never opened by the browser, for it is a stranger's text. */
export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requirePermission(args, "bank_statement.import");
  const statement = await findStatement(args.params["importId"] ?? "");
  if (!statement) throw notFound();
  const content = await readStatementFile(statement.id);
  if (content === null) {
    return redirect(paths.bankStatement(statement.id, { problem: "evidence_key_missing" }));
  }
  await noteStatementLook(actor, { importId: statement.id, shown: "file" });
  return new Response(content, {
    headers: {
      "Content-Type": "text/csv",
      "Content-Disposition": `attachment; filename="${statement.id}.csv"`,
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
