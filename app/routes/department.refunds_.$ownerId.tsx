import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { z } from "zod";
import { useActionData, useLoaderData } from "@remix-run/react";
import { prepareRefund } from "~/domain/flows/prepare-refund.server";
import { findCardMoney } from "~/domain/payments/queries-cards.server";
import { refundForm } from "~/domain/settlement/forms";
import { findRefund } from "~/domain/settlement/queries-refund.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { Notice, Refusal } from "~/ui/primitives/notice";
import { CardRefunds } from "~/ui/settlement/card-refunds";
import { DisbursementList } from "~/ui/settlement/disbursement-list";
import { RefundForm } from "~/ui/settlement/refund-form";
import { RefundHead } from "~/ui/settlement/refund-head";
import { StrayRefunds } from "~/ui/settlement/stray-refunds";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { errorText } from "~/web/i18n";
import type { MutationReply } from "~/web/mutation-reply";
import { failureReply, readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("money.refundTitle"));

/** Of what an address says only numbers are shown. */
const amount = z.coerce.number().int().min(0).catch(0);
const amounts = z.object({ owedVnd: amount.optional(), leftVnd: amount.optional() });

export async function loader(args: LoaderFunctionArgs) {
  const { user } = await requirePermission(args, "disbursement.manage");
  const ownerId = args.params["ownerId"] ?? "";
  const refund = await findRefund(ownerId);
  if (!refund) throw notFound();
  const { problem, done, ...rest } = Object.fromEntries(new URL(args.request.url).searchParams);
  const detail = amounts.parse(rest);
  const answer = { problem, done, detail };
  return { refund, card: await findCardMoney(ownerId), userId: user.id, answer };
}

/** Prepares what is to be paid back, for a second person to approve. */
export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "disbursement.manage");
  const ownerId = args.params["ownerId"] ?? "";
  const read = await readForm(args.request, refundForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const { amountVnd } = read.value;
  const prepared = await prepareRefund(actor, { ownerId, amountVnd });
  if (prepared.ok) {
    return redirect(paths.disbursement(prepared.value.code, { done: "prepared" }), 303);
  }
  return data<MutationReply>(failureReply(prepared, read.submission), { status: 409 });
}

export default function RefundPage() {
  const { refund, card, userId, answer } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const doneText = {
    prepared: t("money.doneCardPrepared"),
    sending: t("money.doneCardSending"),
    withdrawn: t("money.doneWithdrawn"),
    booked: t("money.doneStrayBooked"),
    waits: t("money.doneStrayWaits"),
  };
  const waits = refund.disbursements.some(({ status }) => status === "prepared");
  const isHeld = card?.isUnbooked === true || refund.payee?.waitsUntil != null;
  const mayPrepare = refund.owedVnd > 0 && refund.payee !== null && !waits && !isHeld;
  return (
    <div className="mx-auto max-w-3xl">
      <BackLink href={paths.refunds()} text={t("department.refundsTitle")} />
      {answer.problem ? <Refusal title={errorText(t, answer.problem, answer.detail)} /> : null}
      {answer.done && Object.hasOwn(doneText, answer.done) ? (
        <Notice tone="good" title={doneText[answer.done as keyof typeof doneText]} />
      ) : null}
      {!mayPrepare && reply?.failure ? (
        <Refusal title={errorText(t, reply.failure.code, reply.failure.detail)} />
      ) : null}
      <RefundHead refund={refund} />
      {card ? <StrayRefunds strays={card.strays} userId={userId} /> : null}
      {card ? (
        <CardRefunds
          ownerId={refund.ownerId}
          owedVnd={refund.owedVnd}
          card={card}
          userId={userId}
        />
      ) : null}
      {mayPrepare ? <RefundForm refund={refund} reply={reply} /> : null}
      {refund.disbursements.length > 0 ? (
        <section className="mt-10">
          <h2 className="text-xl">{t("money.sentTitle")}</h2>
          <DisbursementList disbursements={refund.disbursements} />
        </section>
      ) : null}
    </div>
  );
}
