import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answerOpening } from "~/domain/flows/answer-opening.server";
import { enterOpening } from "~/domain/flows/enter-opening.server";
import { openingAnswerForm, openingForm } from "~/domain/settlement/forms-reconciliation";
import { loadOpenings } from "~/domain/settlement/queries-openings.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { FactList, FactRow } from "~/ui/department/fact-list";
import { BackLink } from "~/ui/households/back-link";
import { Money } from "~/ui/primitives/money";
import { Notice, Refusal } from "~/ui/primitives/notice";
import { OpeningAnswer, OpeningForm, OpeningHistory } from "~/ui/settlement/opening-forms";
import { OpeningSources } from "~/ui/settlement/opening-sources";
import { useLanguage, useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { errorText } from "~/web/i18n";
import type { MutationReply } from "~/web/mutation-reply";
import { checkForm, failureReply, readFormData } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("reconciliation.openingTitle"));

export async function loader(args: LoaderFunctionArgs) {
  const { user } = await requirePermission(args, "reconciliation.manage");
  const done = new URL(args.request.url).searchParams.get("done");
  return { view: await loadOpenings(), userId: user.id, done };
}

/** Says what the account held at first; the second person sends `to` with its id. */
export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "reconciliation.manage");
  const form = await readFormData(args.request);
  if (form.get("openingId") !== null) {
    const answer = checkForm(form, openingAnswerForm);
    if (!answer.ok) return data<MutationReply>(answer.reply, { status: 400 });
    const { openingId, to: decision } = answer.value;
    const answered = await answerOpening(actor, { openingId, decision });
    if (!answered.ok) return data<MutationReply>(failureReply(answered), { status: 409 });
    const done = decision === "agree" ? "confirmed" : "refused";
    return redirect(paths.bankOpening({ done }), 303);
  }
  const read = checkForm(form, openingForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const entered = await enterOpening(actor, read.value);
  if (!entered.ok) {
    return data<MutationReply>(failureReply(entered, read.submission), { status: 409 });
  }
  return redirect(paths.bankOpening({ done: "proposed" }), 303);
}

const DONE = ["confirmed", "proposed", "refused"] as const;

export default function BankOpeningPage() {
  const { view, userId, done } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const language = useLanguage();
  const waiting = view.openings.find(({ status }) => status === "proposed");
  const doneWord = DONE.find((word) => word === done);
  const money = (amountVnd: number | null, otherwise: string) =>
    amountVnd === null ? otherwise : <Money amountVnd={amountVnd} language={language} />;
  return (
    <div className="mx-auto max-w-3xl">
      <BackLink href={paths.reconciliation()} text={t("reconciliation.backToTitle")} />
      {doneWord ? <Notice tone="good" title={t(`reconciliation.openingDone_${doneWord}`)} /> : null}
      <h1 className="text-3xl">{t("reconciliation.openingTitle")}</h1>
      <p className="mt-2 max-w-prose text-soft">{t("reconciliation.openingLead")}</p>
      <FactList>
        <FactRow term={t("reconciliation.openingTold")}>
          {money(view.toldVnd, t("reconciliation.openingNever"))}
        </FactRow>
        <FactRow term={t("reconciliation.openingBooked")}>
          {money(view.confirmedVnd, t("reconciliation.openingNone"))}
        </FactRow>
      </FactList>
      <OpeningSources sources={view.sources} />
      {waiting && reply?.failure ? <Refusal title={errorText(t, reply.failure.code)} /> : null}
      {waiting ? (
        <OpeningAnswer
          opening={waiting}
          isOwn={waiting.proposedById === userId}
          isImporter={view.sources.some(({ importers }) =>
            importers.some(({ id }) => id === userId),
          )}
        />
      ) : (
        <OpeningForm view={view} reply={reply} />
      )}
      <OpeningHistory openings={view.openings} />
    </div>
  );
}
