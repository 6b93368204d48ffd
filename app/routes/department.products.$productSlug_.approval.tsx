import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { productDecisionForm } from "~/domain/catalog/forms-department";
import { approveProduct } from "~/domain/flows/approve-product.server";
import { rejectProduct } from "~/domain/flows/reject-product.server";
import { productStateOf } from "~/domain/catalog/queries-department.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { answerOf, unfinishedOf, type UnfinishedDecision } from "~/ui/department/decision-answer";
import { DecisionPage } from "~/ui/department/decision-page";
import { firstErrorOf } from "~/web/first-error";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("department.approvalsTitle"));

/** Refusing, which needs a reason; looking decides nothing. */
export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "product.approve");
  const slug = args.params["productSlug"] ?? "";
  const product = await productStateOf(slug);
  if (!product) throw notFound();
  if (product.status !== "awaiting_approval") throw redirect(paths.approvals());
  return { name: product.name, action: paths.productApproval(slug), back: paths.approvals() };
}

/** Put a product on sale or send it back; the list of what waits tells how it went. */
export async function action(args: ActionFunctionArgs) {
  const { actor, scope } = await requirePermission(args, "product.approve");
  const slug = args.params["productSlug"] ?? "";
  const input = await readForm(args.request, productDecisionForm);
  const subject = { subject: "product", slug } as const;
  if (!input.ok) {
    const unfinished = unfinishedOf(input.reply);
    if (unfinished) return data<UnfinishedDecision>(unfinished, { status: 400 });
    const answer = { ...subject, problem: firstErrorOf(input.reply) };
    throw redirect(answerOf(paths.approvals, answer), 303);
  }
  const result =
    input.value.decision === "approve"
      ? await approveProduct(actor, scope, { slug, taxClass: input.value.taxClass })
      : await rejectProduct(actor, scope, { slug, reason: input.value.reason });
  const done = result.ok && result.value.hasMoved ? input.value.decision : "repeat";
  const answer = result.ok ? { ...subject, done } : { ...subject, problem: result.code };
  throw redirect(answerOf(paths.approvals, answer), 303);
}

export default function ProductDecisionPage() {
  const page = useLoaderData<typeof loader>();
  const typed = useActionData<typeof action>() ?? null;
  return <DecisionPage {...page} decision="reject" typed={typed} />;
}
