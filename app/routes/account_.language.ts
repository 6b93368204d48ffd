import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { changeLanguage } from "~/domain/identity/change-language.server";
import { languageForm } from "~/domain/identity/forms";
import { inTransaction } from "~/platform/db.server";
import { requirePermission } from "~/web/guard.server";
import { badRequest } from "~/web/http-errors";
import { readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "account.open");
  return redirect(paths.account());
}

export async function action(args: ActionFunctionArgs) {
  const { user } = await requirePermission(args, "account.open");
  const read = await readForm(args.request, languageForm);
  // The form has no field to type in: only a request made by hand comes here.
  if (!read.ok) throw badRequest();
  await inTransaction((tx) => changeLanguage(tx, { userId: user.id, ...read.value }));
  return redirect(paths.account({ saved: "language" }), 303);
}
