import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { askForProduce } from "~/domain/flows/ask-for-produce.server";
import { BUYER_KEPT_DAYS } from "~/domain/supply/forget-buyers.server";
import { wantedFormOn } from "~/domain/supply/forms";
import { now } from "~/platform/clock.server";
import { newId } from "~/platform/ids";
import { HOUR_MS, localDateOf } from "~/platform/period";
import { createRateLimit } from "~/platform/rate-limit.server";
import { publicMeta, siteOf } from "~/ui/catalog/store-meta";
import { Notice } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { WantedForm } from "~/ui/supply/wanted-form";
import { languageOf } from "~/web/guard.server";
import { tooManyRequests } from "~/web/http-errors";
import type { MutationReply } from "~/web/mutation-reply";
import { failureReply, readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

// Each costs an officer a call: a buyer asks for a few kinds, a machine for many.
const perNetwork = createRateLimit({ limit: 10, windowMs: HOUR_MS });

export const meta: MetaFunction = ({ matches }) => {
  const { t } = siteOf(matches);
  return publicMeta(matches, {
    title: t("supply.wantedTitle"),
    description: t("supply.wantedLead"),
    path: "/wanted",
    isIndexed: true,
  });
};

/** Where a buyer says what they would take in bulk, for the department to find who has it. */
export function loader({ request }: LoaderFunctionArgs) {
  return {
    demandId: newId("sdm"),
    keptDays: BUYER_KEPT_DAYS,
    isSent: new URL(request.url).searchParams.get("done") === "sent",
  };
}

export async function action(args: ActionFunctionArgs) {
  const read = await readForm(args.request, wantedFormOn(localDateOf(now())));
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const waitMs = perNetwork.take(args.context.clientNetwork);
  if (waitMs > 0) throw tooManyRequests(waitMs);
  const asked = await askForProduce(read.value);
  if (!asked.ok) {
    const status = asked.code === "wanted_full" ? 503 : 409;
    return data<MutationReply>(failureReply(asked, read.submission), { status });
  }
  return redirect(paths.wanted(languageOf(args, null), { done: "sent" }), 303);
}

export default function WantedPage() {
  const { demandId, keptDays, isSent } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  return (
    <div className="mx-auto max-w-2xl">
      <h1 className="text-3xl">{t("supply.wantedTitle")}</h1>
      <p className="mt-2 max-w-prose text-soft">{t("supply.wantedLead")}</p>
      {isSent && !reply ? <Notice tone="good" title={t("supply.wantedSent")} /> : null}
      <WantedForm demandId={demandId} keptDays={keptDays} reply={reply} />
    </div>
  );
}
