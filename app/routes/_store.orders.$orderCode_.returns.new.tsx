import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requestReturn } from "~/domain/flows/request-return.server";
import { readPackCounts, returnForm } from "~/domain/returns/forms";
import { ANSWER_WITHIN_DAYS } from "~/domain/returns/return-status";
import { findReturnable } from "~/domain/returns/queries.server";
import { HOUR_MS } from "~/platform/period";
import { createRateLimit } from "~/platform/rate-limit.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { NewReturnForm } from "~/ui/returns/new-return-form";
import { useLanguage, useT } from "~/ui/site";
import { acting, checkoutOf } from "~/web/link-key.server";
import { currentActor, languageOf } from "~/web/guard.server";
import { notFound, tooManyRequests } from "~/web/http-errors";
import { failureReply, readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

const perOrder = createRateLimit({ limit: 20, windowMs: HOUR_MS });

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("returns.newTitle"));

/** What may be asked for now; where nothing may, the order's page shows how it stands. */
export async function loader(args: LoaderFunctionArgs) {
  const { code, key, order } = await acting(checkoutOf(args));
  const returnable = await findReturnable(code, order);
  if (!returnable) throw redirect(paths.order(languageOf(args, null), code, key), 303);
  return { link: { code, key }, returnable };
}

export async function action(args: ActionFunctionArgs) {
  const { code, key, order } = await acting(checkoutOf(args));
  const waitMs = perOrder.take(code);
  if (waitMs > 0) throw tooManyRequests(waitMs);
  const returnable = await findReturnable(code, order);
  // Sent twice: the request is there.
  if (!returnable) return redirect(paths.order(languageOf(args, null), code, key), 303);
  const read = await readForm(args.request, returnForm);
  const typed = returnable.lines.map((_, i) => {
    const text = read.form.get(`packs${i}`);
    return typeof text === "string" ? text.slice(0, 20) : "";
  });
  if (!read.ok) return data({ ...read.reply, typed }, { status: 400 });
  const ids = returnable.lines.map((line) => line.lineItemId);
  const lines = readPackCounts(read.form, ids);
  if (!lines) {
    const wrong = { ok: false, code: "return_packs_not_a_number" } as const;
    return data({ ...failureReply(wrong, read.submission), typed }, { status: 400 });
  }
  const actor = await currentActor(args);
  const asked = { checkoutCode: code, orderCode: order, lines, ...read.value };
  const opened = await requestReturn(actor, asked);
  if (!opened.ok && opened.code === "order_not_found") throw notFound();
  if (!opened.ok) {
    return data({ ...failureReply(opened, read.submission), typed }, { status: 409 });
  }
  const target = { code, key, request: opened.value.code };
  return redirect(paths.buyerReturn(languageOf(args, null), target), 303);
}

export default function NewReturnPage() {
  const { link, returnable } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const language = useLanguage();
  const [only] = returnable.reasons;
  const isMissing = returnable.reasons.length === 1 && only === "not_received";
  return (
    <div className="mx-auto max-w-2xl">
      <BackLink
        href={paths.order(language, link.code, link.key)}
        text={t("orders.orderTitle", { code: link.code })}
      />
      <h1 className="text-3xl">{isMissing ? t("returns.missingTitle") : t("returns.newTitle")}</h1>
      <p className="mt-1 text-lg">{returnable.householdName}</p>
      <p className="mt-2 max-w-prose text-soft">
        {t("returns.newLead", { answerDays: ANSWER_WITHIN_DAYS })}
      </p>
      <NewReturnForm link={link} returnable={returnable} reply={reply} typed={reply?.typed ?? []} />
    </div>
  );
}
