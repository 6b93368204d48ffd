import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { writeReview } from "~/domain/flows/write-review.server";
import { reviewForm } from "~/domain/reviews/forms";
import { listReviewableLines } from "~/domain/reviews/queries-buyer.server";
import { HOUR_MS } from "~/platform/period";
import { createRateLimit } from "~/platform/rate-limit.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { useBilingual } from "~/ui/in-language";
import { RulesLink } from "~/ui/reviews/product-voices";
import { ReviewForm } from "~/ui/reviews/review-form";
import { useLanguage, useT } from "~/ui/site";
import { acting, checkoutOf } from "~/web/link-key.server";
import { currentActor, languageOf, type DoorArgs } from "~/web/guard.server";
import { notFound, tooManyRequests } from "~/web/http-errors";
import type { MutationReply } from "~/web/mutation-reply";
import { failureReply, readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

// Every change is kept.
const perOrder = createRateLimit({ limit: 30, windowMs: HOUR_MS });

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("reviews.writeTitle"));

/** A delivered line of the order; what may not be judged any more shows on the order's page why. */
export async function loader(args: LoaderFunctionArgs) {
  const { code, key, lineItemId } = await lineOf(args);
  const line = (await listReviewableLines(code)).find((one) => one.lineItemId === lineItemId);
  if (!line) throw notFound();
  if (!line.canWrite && args.request.method === "GET") {
    throw redirect(paths.order(languageOf(args, null), code, key), 303);
  }
  return { code, key, line };
}

export async function action(args: ActionFunctionArgs) {
  const { code, key, lineItemId } = await lineOf(args);
  const waitMs = perOrder.take(code);
  if (waitMs > 0) throw tooManyRequests(waitMs);
  const read = await readForm(args.request, reviewForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const { stars, text, isNameShown } = read.value;
  const pageLanguage = languageOf(args, null);
  const words = { stars, text, isNameShown: isNameShown === "on", pageLanguage };
  const actor = await currentActor(args);
  const written = await writeReview(actor, { checkoutCode: code, lineItemId, ...words });
  if (!written.ok && (written.code === "line_not_found" || written.code === "not_received")) {
    throw notFound();
  }
  if (!written.ok) {
    return data<MutationReply>(failureReply(written, read.submission), { status: 409 });
  }
  const order = { code, key, reviewed: written.value.status };
  return redirect(`${paths.reviewedOrder(pageLanguage, order)}#reviews`, 303);
}

async function lineOf(args: DoorArgs) {
  return { ...(await acting(checkoutOf(args))), lineItemId: args.params["lineItemId"] ?? "" };
}

export default function LineReviewPage() {
  const { code, key, line } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const language = useLanguage();
  const bilingual = useBilingual();
  return (
    <div className="mx-auto max-w-2xl">
      <BackLink href={paths.order(language, code, key)} text={t("orders.orderTitle", { code })} />
      <h1 className="text-3xl">{bilingual(line.productName, line.productNameEn)}</h1>
      <p className="mt-2 text-soft">{t("reviews.writeLead")}</p>
      <ReviewForm
        line={line}
        action={paths.lineReview(language, { code, key, lineItemId: line.lineItemId })}
        reply={reply}
      />
      <RulesLink />
    </div>
  );
}
