import {
  data,
  redirect,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { lookAtUnreadableNotice } from "~/domain/flows/look-at-unreadable-notice.server";
import { settleUnreadableNotice } from "~/domain/flows/settle-unreadable-notice.server";
import { unreadableOutcomeForm } from "~/domain/payments/forms-unreadable";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { OutcomeForm } from "~/ui/evidence/outcome-form";
import { ToldBody } from "~/ui/evidence/told-body";
import { BackLink } from "~/ui/households/back-link";
import { useMark } from "~/ui/in-language";
import { LocalTime } from "~/ui/primitives/local-time";
import { Notice, Refusal } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { errorText } from "~/web/i18n";
import type { MutationReply } from "~/web/mutation-reply";
import { failureReply, readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("evidence.title"));

export const headers: HeadersFunction = () => ({ "Cache-Control": "private, no-store" });

/** A notice that could not be read, in full, noted with who opened it. */
export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requirePermission(args, "bank_transaction.allocate");
  const looked = await lookAtUnreadableNotice(actor, { noticeId: args.params["noticeId"] ?? "" });
  if (!looked.ok) throw notFound();
  return looked.value;
}

/** Says what came of it. */
export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "bank_transaction.allocate");
  const noticeId = args.params["noticeId"] ?? "";
  const read = await readForm(args.request, unreadableOutcomeForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const settled = await settleUnreadableNotice(actor, { noticeId, ...read.value });
  if (settled.ok) return redirect(paths.unreadableNotices({ done: 1 }), 303);
  if (settled.code === "unreadable_not_found") throw notFound();
  return data<MutationReply>(failureReply(settled, read.submission), { status: 409 });
}

export default function UnreadableNoticePage() {
  const notice = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const mark = useMark();
  const { outcome, notedBy, notedAt } = notice;
  return (
    <div className="mx-auto max-w-3xl">
      <BackLink href={paths.unreadableNotices()} text={t("evidence.unreadableTitle")} />
      {/* Somebody else was faster: there is no form any more that could say so. */}
      {outcome !== null && reply?.failure ? (
        <Refusal title={errorText(t, reply.failure.code)} />
      ) : null}
      <h1 className="text-3xl">{t("evidence.title")}</h1>
      <p className="mt-2 text-soft">
        {t(`money.provider_${notice.provider}`)} · {t("evidence.receivedAt")}{" "}
        <LocalTime instant={notice.receivedAt} />
      </p>
      <p className="mt-2 max-w-prose text-soft">
        {t("evidence.lead")} {t("evidence.noted")}
      </p>
      <ToldBody label={t("evidence.body")} body={notice.body} />
      {outcome === null ? (
        <OutcomeForm noticeId={notice.id} reply={reply} />
      ) : (
        <Notice tone="plain" title={t("evidence.outcome")}>
          <p className="whitespace-pre-line">{mark(outcome)}</p>
          <p className="text-sm text-soft">
            {mark(notedBy ?? "–")} · <LocalTime instant={notedAt ?? 0} />
          </p>
        </Notice>
      )}
    </div>
  );
}
