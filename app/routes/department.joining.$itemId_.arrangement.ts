import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { arrangeJoiningItem } from "~/domain/flows/arrange-joining-item.server";
import { arrangeItemForm } from "~/domain/joining/forms";
import { firstErrorOf } from "~/web/first-error";
import { requirePermission } from "~/web/guard.server";
import { readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

/** Whoever opens the address of the form is led to the page that has it. */
export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "joining.manage");
  return redirect(paths.departmentJoining());
}

/** Elsewhere in the list, or no longer in it. */
export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "joining.manage");
  const read = await readForm(args.request, arrangeItemForm);
  if (!read.ok) {
    return redirect(paths.departmentJoining({ problem: firstErrorOf(read.reply) }), 303);
  }
  const itemId = args.params["itemId"] ?? "";
  const arranged = await arrangeJoiningItem(actor, { itemId, ...read.value });
  const answer = arranged.ok ? { done: read.value.intent } : { problem: arranged.code };
  return redirect(paths.departmentJoining(answer), 303);
}
