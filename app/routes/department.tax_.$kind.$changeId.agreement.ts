import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { agreeToTaxChange } from "~/domain/flows/agree-to-tax-change.server";
import { TAX_CHANGE_KINDS } from "~/domain/settlement/tax-changes";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { paths } from "~/web/paths";

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "tax.manage");
  return redirect(paths.departmentTax());
}

/** The second person agrees to new rates, a threshold, or that withholding is switched. */
export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "tax.manage");
  const kind = TAX_CHANGE_KINDS.find((one) => one === args.params["kind"]);
  if (!kind) throw notFound();
  const result = await agreeToTaxChange(actor, { kind, id: args.params["changeId"] ?? "" });
  if (!result.ok && result.code === "tax_change_not_found") throw notFound();
  const outcome = result.ok ? { done: "agreed" } : { problem: result.code };
  return redirect(paths.departmentTax(outcome), 303);
}
