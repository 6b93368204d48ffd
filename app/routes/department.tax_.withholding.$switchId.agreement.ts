import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { agreeToWithholding } from "~/domain/flows/agree-to-withholding.server";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { paths } from "~/web/paths";

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "tax.manage");
  return redirect(paths.departmentTax());
}

/** The second person agrees that withholding is switched on or off. */
export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "tax.manage");
  const result = await agreeToWithholding(actor, { switchId: args.params["switchId"] ?? "" });
  if (!result.ok && result.code === "withholding_not_found") throw notFound();
  const outcome = result.ok ? { done: "agreed" } : { problem: result.code };
  return redirect(paths.departmentTax(outcome), 303);
}
