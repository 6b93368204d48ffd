import {
  data,
  redirect,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { lookAtCard } from "~/domain/flows/look-at-card.server";
import { openCardSession } from "~/domain/flows/open-card-session.server";
import { findCheckout } from "~/domain/orders/queries.server";
import { MINUTE_MS } from "~/platform/period";
import { createRateLimit } from "~/platform/rate-limit.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { CardProblem } from "~/ui/payments/card-problem";
import { useLanguage, useT } from "~/ui/site";
import { readCardReturn, writeCardReturn } from "~/web/card-return.server";
import { currentActor, languageOf } from "~/web/guard.server";
import { notFound, tooManyRequests } from "~/web/http-errors";
import { acting, checkoutOf } from "~/web/link-key.server";
import type { MutationReply } from "~/web/mutation-reply";
import { failureReply } from "~/web/mutation.server";
import { originOf } from "~/web/origin.server";
import { paths } from "~/web/paths";

// Each asks the provider: one network may be a village, one order is one buyer.
const perOrder = createRateLimit({ limit: 20, windowMs: 10 * MINUTE_MS });

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("payments.cardTitle"));

export const headers: HeadersFunction = () => ({
  "Referrer-Policy": "same-origin",
  "Cache-Control": "private, no-store",
});

/**
 * Where a buyer comes back from the provider's page. Its address has no key, because the provider has it, and whatever
 * else stands in it is not looked at: the cookie of who left says whose order it is, and the provider how it stands.
 */
export async function loader(args: LoaderFunctionArgs) {
  const language = languageOf(args, null);
  const code = args.params["orderCode"] ?? "";
  if (args.context.isForm) return { code, orderKey: (await checkoutOf(args)).key };
  const key = readCardReturn(args.request, code);
  if (key === null) throw redirect(paths.orders(language), 303);
  const checkout = await findCheckout(code);
  if (checkout && perOrder.take(code) === 0) await lookAtCard(checkout.id);
  throw redirect(paths.orderAfterCard(language, code, key), 303);
}

/** To the page where the card is typed. */
export async function action(args: ActionFunctionArgs) {
  const { code, key } = await acting(checkoutOf(args));
  const waitMs = perOrder.take(code);
  if (waitMs > 0) throw tooManyRequests(waitMs);
  const language = languageOf(args, null);
  const checkout = await findCheckout(code);
  if (!checkout) throw notFound();
  const opened = await openCardSession(await currentActor(args), {
    checkoutId: checkout.id,
    language,
    returnUrl: originOf(args.request) + paths.orderCard(language, { code }),
  });
  if (!opened.ok) {
    const isLater = opened.code === "card_unreachable";
    return data<MutationReply>(failureReply(opened), { status: isLater ? 503 : 409 });
  }
  const { url } = opened.value;
  if (url === null) return redirect(paths.orderAfterCard(language, code, key), 303);
  const cookie = writeCardReturn(code, key);
  return redirect(url, { status: 303, headers: { "Set-Cookie": cookie } });
}

export default function CardPage() {
  const { code, orderKey } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const language = useLanguage();
  return (
    <div className="mx-auto max-w-2xl">
      <BackLink
        href={paths.order(language, code, orderKey)}
        text={t("orders.orderTitle", { code })}
      />
      <h1 className="text-3xl">{t("payments.cardTitle")}</h1>
      <CardProblem code={code} orderKey={orderKey} failure={reply?.failure} />
    </div>
  );
}
