import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { enterChannelSale } from "~/domain/flows/enter-channel-sale.server";
import { channelCorrectionForm } from "~/domain/statistics/forms";
import { listChannelVintages } from "~/domain/statistics/queries-channels.server";
import { latestCompleteMonth } from "~/domain/statistics/queries.server";
import { now } from "~/platform/clock.server";
import { newId } from "~/platform/ids";
import { localDateOf, monthsUntil } from "~/platform/period";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { ChannelForm } from "~/ui/department/channel-form";
import { channelReply, type ChannelReply } from "~/ui/department/channel-reply";
import { channelName } from "~/ui/department/channel-texts";
import { typedChannelSale } from "~/ui/department/typed-channel-sale";
import { BackLink } from "~/ui/households/back-link";
import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";
import { readFileForm } from "~/web/file-form.server";
import { requirePermission } from "~/web/guard.server";
import { notFound, orNotFound } from "~/web/http-errors";
import { paths } from "~/web/paths";

const MONTHS_TO_CHOOSE = 37;

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("channels.correct"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "retail_total.enter");
  const recordId = args.params["recordId"] ?? "";
  const [sale] = await listChannelVintages(recordId);
  const known = orNotFound(sale ?? null);
  if (known.withdrawnReason !== null) throw redirect(paths.channelSale(recordId));
  const months = monthsUntil(latestCompleteMonth(), MONTHS_TO_CHOOSE);
  const all = new Set([...months, known.firstMonth, known.lastMonth]);
  return { sale: known, months: [...all].toSorted().toReversed(), formId: newId("chs") };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, user } = await requirePermission(args, "retail_total.enter");
  const recordId = args.params["recordId"] ?? "";
  if ((await listChannelVintages(recordId)).length === 0) throw notFound();
  const schema = channelCorrectionForm(localDateOf(now()));
  const read = await readFileForm(args.request, schema, user.id);
  const { submission, file } = read;
  if (!read.ok) return data<ChannelReply>({ submission }, { status: 400 });
  const { formId, vintage, amount, confirmation = null, ...sale } = read.value;
  const entered = await enterChannelSale(actor, {
    sale: { ...sale, id: formId, amountVnd: amount.vnd },
    file,
    corrects: { recordId, vintage },
    typing: { isAmbiguous: amount.isAmbiguous, confirmation },
  });
  if (!entered.ok) return data<ChannelReply>(channelReply(entered, submission), { status: 409 });
  if (entered.value.outcome === "question") {
    const { question } = entered.value;
    return data<ChannelReply>({ submission, question }, { status: 409 });
  }
  await file?.sent.drop();
  const done = entered.value.isRepeat ? "repeat" : "saved";
  return redirect(paths.channelSale(recordId, { done }), 303);
}

export default function ChannelCorrectionPage() {
  const { sale, months, formId } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const mark = useMark();
  return (
    <>
      <BackLink href={paths.channelSale(sale.recordId)} text={t("channels.backToRecord")} />
      <h1 className="text-3xl">
        {t("channels.correctTitle", { channel: channelName(t, sale, mark) })}
      </h1>
      <p className="mt-2 max-w-prose text-soft">{t("channels.correctLead")}</p>
      <ChannelForm
        action={paths.channelCorrection(sale.recordId)}
        months={months}
        typed={typedChannelSale(sale, formId)}
        vintage={sale.vintage}
        hasFile={sale.file !== null}
        reply={reply}
      />
    </>
  );
}
