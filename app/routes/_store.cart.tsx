import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { quoteCheckout } from "~/domain/flows/quote-checkout.server";
import { readCartForm } from "~/domain/orders/cart-form";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { CartForm } from "~/ui/orders/cart-form";
import { EmptyState, Notice, Refusal } from "~/ui/primitives/notice";
import { useLanguage, useT } from "~/ui/site";
import { withSeenPrices } from "~/web/cart-text";
import { readCart, writeCart } from "~/web/cookies.server";
import { languageOf } from "~/web/guard.server";
import { badRequest } from "~/web/http-errors";
import { errorText } from "~/web/i18n";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("common.cart"));

export async function loader({ request }: LoaderFunctionArgs) {
  const lines = readCart(request);
  const query = new URL(request.url).searchParams;
  const quote = await quoteCheckout({ lines, communeCode: null });
  const problem = query.get("problem");
  const page = {
    quote,
    isLineGone: quote.lines.length < lines.length,
    isJustAdded: query.has("added"),
    again: query.get("again"),
    problem,
  };
  // What a product page sent here was refused: nothing was added.
  return data(page, { status: problem === null ? 200 : 400 });
}

export async function action(args: ActionFunctionArgs) {
  const language = languageOf(args, null);
  const form = await args.request.formData().catch(() => {
    throw badRequest();
  });
  const shown = form.get("shown");
  const cart = withSeenPrices(readCart(args.request), typeof shown === "string" ? shown : "");
  const { lines, typed, refused } = readCartForm(cart, form);
  if (refused.length > 0) return data({ typed, refused }, { status: 400 });
  const isGoingOn = form.get("intent") === "checkout" && lines.length > 0;
  const next = isGoingOn ? paths.checkout(language) : paths.cart(language);
  return redirect(next, { status: 303, headers: { "Set-Cookie": writeCart(lines) } });
}

export default function CartPage() {
  const { quote, isLineGone, isJustAdded, again, problem } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const language = useLanguage();
  return (
    <>
      <h1 className="mt-4 mb-4 text-3xl">{t("common.cart")}</h1>
      {problem ? <Refusal title={errorText(t, problem)} /> : null}
      {reply ? <Refusal title={t("orders.cartRefused")} /> : null}
      {isJustAdded && !problem && !reply ? <Notice tone="good" title={t("orders.added")} /> : null}
      {again === "all" ? <Notice tone="good" title={t("orders.cartAgain_all")} /> : null}
      {again === "some" ? <Notice tone="attention" title={t("orders.cartAgain_some")} /> : null}
      {isLineGone ? <Notice tone="attention" title={t("orders.lineGone")} /> : null}
      {quote.lines.length === 0 ? (
        <EmptyState title={t("orders.cartEmpty")}>
          <a className="button button-main" href={paths.products(language)}>
            {t("common.seeProducts")}
          </a>
        </EmptyState>
      ) : (
        <CartForm quote={quote} reply={reply} />
      )}
    </>
  );
}
