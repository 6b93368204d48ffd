import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { productDecisionForm } from "~/domain/catalog/forms-department";
import { approveProduct } from "~/domain/flows/approve-product.server";
import { rejectProduct } from "~/domain/flows/reject-product.server";
import { answerOf } from "~/ui/department/decision-answer";
import { firstErrorOf } from "~/web/first-error";
import { requirePermission } from "~/web/guard.server";
import { methodNotAllowed } from "~/web/http-errors";
import { readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

/** Looking decides nothing. */
export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "product.approve");
  throw methodNotAllowed("POST");
}

/** Put a product on sale or send it back; the list of what waits tells how it went. */
export async function action(args: ActionFunctionArgs) {
  const { actor, scope } = await requirePermission(args, "product.approve");
  const slug = args.params["productSlug"] ?? "";
  const input = await readForm(args.request, productDecisionForm);
  const subject = { subject: "product", slug } as const;
  if (!input.ok) {
    const answer = { ...subject, problem: firstErrorOf(input.reply) };
    throw redirect(answerOf(paths.approvals, answer), 303);
  }
  const result =
    input.value.decision === "approve"
      ? await approveProduct(actor, scope, { slug })
      : await rejectProduct(actor, scope, { slug, reason: input.value.reason });
  const done = result.ok && result.value.hasMoved ? input.value.decision : "repeat";
  const answer = result.ok ? { ...subject, done } : { ...subject, problem: result.code };
  throw redirect(answerOf(paths.approvals, answer), 303);
}
