import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { enterChannelSale } from "~/domain/flows/enter-channel-sale.server";
import { channelSaleForm } from "~/domain/statistics/forms";
import { latestCompleteMonth } from "~/domain/statistics/queries.server";
import { now } from "~/platform/clock.server";
import { newId } from "~/platform/ids";
import { localDateOf, monthsUntil } from "~/platform/period";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { ChannelForm } from "~/ui/department/channel-form";
import { channelReply, type ChannelReply } from "~/ui/department/channel-reply";
import { BackLink } from "~/ui/households/back-link";
import { useT } from "~/ui/site";
import { readFileForm } from "~/web/file-form.server";
import { requirePermission } from "~/web/guard.server";
import { paths } from "~/web/paths";

/** Three years and the month before them. */
const MONTHS_TO_CHOOSE = 37;

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("channels.newTitle"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "retail_total.enter");
  const latest = latestCompleteMonth();
  const months = monthsUntil(latest, MONTHS_TO_CHOOSE).toReversed();
  const asked = new URL(args.request.url).searchParams.get("month") ?? "";
  return { months, month: months.includes(asked) ? asked : latest, formId: newId("chs") };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, user } = await requirePermission(args, "retail_total.enter");
  const schema = channelSaleForm(localDateOf(now()));
  const read = await readFileForm(args.request, schema, user.id);
  const { submission, file } = read;
  if (!read.ok) return data<ChannelReply>({ submission }, { status: 400 });
  const { formId, amount, confirmation = null, ...sale } = read.value;
  const entered = await enterChannelSale(actor, {
    sale: { ...sale, id: formId, amountVnd: amount.vnd },
    file,
    corrects: null,
    typing: { isAmbiguous: amount.isAmbiguous, confirmation },
  });
  if (!entered.ok) return data<ChannelReply>(channelReply(entered, submission), { status: 409 });
  if (entered.value.outcome === "question") {
    const { question } = entered.value;
    return data<ChannelReply>({ submission, question }, { status: 409 });
  }
  const { recordId, isRepeat } = entered.value;
  await file?.sent.drop();
  return redirect(paths.channelSale(recordId, { done: isRepeat ? "repeat" : "saved" }), 303);
}

export default function NewChannelSalePage() {
  const { months, month, formId } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  return (
    <>
      <BackLink href={paths.otherChannels()} text={t("channels.backToList")} />
      <h1 className="text-3xl">{t("channels.newTitle")}</h1>
      <ChannelForm
        action={paths.newChannelSale()}
        months={months}
        typed={{ formId, firstMonth: month, lastMonth: month }}
        reply={reply}
      />
    </>
  );
}
