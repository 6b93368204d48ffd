import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { withdrawDocument } from "~/domain/flows/withdraw-document.server";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { paths } from "~/web/paths";

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "lot.manage");
  return redirect(paths.householdLot(args.params["lotCode"] ?? ""));
}

export async function action(args: ActionFunctionArgs) {
  const { actor, scope } = await requirePermission(args, "lot.manage");
  const documentId = args.params["documentId"] ?? "";
  const result = await withdrawDocument(actor, scope, { documentId });
  if (!result.ok && result.code === "document_not_found") throw notFound();
  const outcome = result.ok ? { done: "documentWithdrawn" } : { problem: result.code };
  return redirect(paths.householdLot(args.params["lotCode"] ?? "", outcome), 303);
}
