import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { answerClaim } from "~/domain/flows/answer-claim.server";
import { claimAnswerForm } from "~/domain/payments/forms-claim";
import { listClaims } from "~/domain/payments/queries-claims.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { DeskClaims } from "~/ui/claims/desk-claims";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import type { MutationReply } from "~/web/mutation-reply";
import { failureReply, readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("claims.deskTitle"));

/** Opened by hand: the list. It runs after a form with a fault too, which is answered here. */
export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "transfer_claim.answer");
  if (!args.context.isForm) throw redirect(paths.transferClaims());
  return null;
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "transfer_claim.answer");
  const claimId = args.params["claimId"] ?? "";
  const read = await readForm(args.request, claimAnswerForm);
  const refuse = async (reply: MutationReply, status: number) => {
    const list = await listClaims({ isOpen: true, page: 1 });
    return data({ list, answering: { claimId, reply } }, { status });
  };
  if (!read.ok) return refuse(read.reply, 400);
  const answered = await answerClaim(actor, { claimId, ...read.value });
  if (answered.ok) return redirect(paths.transferClaims({ done: 1 }), 303);
  if (answered.code === "claim_not_found") throw notFound();
  return refuse(failureReply(answered, read.submission), 409);
}

export default function ClaimAnswerPage() {
  const answer = useActionData<typeof action>();
  return answer ? <DeskClaims isOpen {...answer} /> : null;
}
