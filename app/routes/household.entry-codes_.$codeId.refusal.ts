import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { refuseEntryCode } from "~/domain/flows/refuse-entry-code.server";
import { deskQuery } from "~/web/desk-address";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { paths } from "~/web/paths";

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "entry_code.refuse");
  return redirect(paths.entryCodes(deskQuery(args)), 303);
}

/** It was not the household: what somebody had come in by signs everybody out, whoever says it too. */
export async function action(args: ActionFunctionArgs) {
  const { actor, scope, user } = await requirePermission(args, "entry_code.refuse");
  const codeId = args.params["codeId"] ?? "";
  const refused = await refuseEntryCode(actor, { codeId, refusal: { by: "household", scope } });
  if (!refused.ok) throw notFound();
  if (refused.value.wasUsed) return redirect(paths.signIn(user.language), 303);
  return redirect(paths.entryCodes({ ...deskQuery(args), done: "refused" }), 303);
}
