import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { quoteCheckout } from "~/domain/flows/quote-checkout.server";
import { isCheckoutKey } from "~/domain/orders/checkout-key.server";
import { listLapsedLines } from "~/domain/orders/queries.server";
import { refilledCart } from "~/domain/orders/refilled-cart";
import { readCart, writeCart } from "~/web/cookies.server";
import { languageOf, type DoorArgs } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { inLanguage, paths } from "~/web/paths";

export function loader(args: LoaderFunctionArgs) {
  const { code, key } = orderOf(args);
  return redirect(paths.order(languageOf(args, null), code, key), 303);
}

/** Puts what an expired or cancelled order had back into the cart. */
export async function action(args: ActionFunctionArgs) {
  const { code } = orderOf(args);
  const asked = await listLapsedLines(code);
  const quote = await quoteCheckout({ lines: asked, communeCode: null });
  const cart = refilledCart(readCart(args.request), quote.lines);
  const isAllThere = asked.every(({ productId, quantity }) =>
    cart.some((line) => line.productId === productId && line.quantity >= quantity),
  );
  const next = inLanguage(languageOf(args, null), "/cart", { again: isAllThere ? "all" : "some" });
  return redirect(next, { status: 303, headers: { "Set-Cookie": writeCart(cart) } });
}

function orderOf({ params, request }: DoorArgs): { code: string; key: string } {
  const code = params["orderCode"] ?? "";
  const key = new URL(request.url).searchParams.get("key") ?? "";
  if (!isCheckoutKey(code, key)) throw notFound();
  return { code, key };
}
