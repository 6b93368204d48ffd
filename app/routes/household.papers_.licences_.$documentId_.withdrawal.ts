import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { withdrawDocument } from "~/domain/flows/withdraw-document.server";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { paths } from "~/web/paths";

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "profile.edit");
  return redirect(paths.householdPapers({ household: namedIn(args.request) }));
}

export async function action(args: ActionFunctionArgs) {
  const { actor, scope } = await requirePermission(args, "profile.edit");
  const documentId = args.params["documentId"] ?? "";
  const result = await withdrawDocument(actor, scope, { documentId });
  if (!result.ok && result.code === "document_not_found") throw notFound();
  const outcome = result.ok ? { done: "documentWithdrawn" } : { problem: result.code };
  const query = { household: namedIn(args.request), ...outcome };
  return redirect(paths.householdPapers(query), 303);
}

function namedIn(request: Request): string | undefined {
  return new URL(request.url).searchParams.get("household") ?? undefined;
}
