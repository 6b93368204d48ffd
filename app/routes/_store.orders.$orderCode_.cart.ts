import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { quoteCheckout } from "~/domain/flows/quote-checkout.server";
import { listLinesIn } from "~/domain/orders/queries.server";
import { LAPSED_STATUSES, RECEIVED_STATUSES, refilledCart } from "~/domain/orders/refilled-cart";
import { acting, checkoutOf } from "~/web/link-key.server";
import { readCart, writeCart } from "~/web/cookies.server";
import { languageOf } from "~/web/guard.server";
import { readFormData } from "~/web/mutation.server";
import { paths } from "~/web/paths";
import { inLanguage } from "~/web/with-query";

export async function loader(args: LoaderFunctionArgs) {
  const { code, key } = await checkoutOf(args);
  return redirect(paths.order(languageOf(args, null), code, key), 303);
}

/** Puts what an expired or cancelled order had back into the cart, or what was received once more. */
export async function action(args: ActionFunctionArgs) {
  const { code } = await acting(checkoutOf(args));
  const form = await readFormData(args.request);
  const isReceived = form.get("what") === "received";
  const asked = await listLinesIn(code, isReceived ? RECEIVED_STATUSES : LAPSED_STATUSES);
  const quote = await quoteCheckout({ lines: asked, communeCode: null });
  const cart = refilledCart(readCart(args.request), quote.lines);
  const isAllThere = asked.every(({ productId, quantity }) =>
    cart.some((line) => line.productId === productId && line.quantity >= quantity),
  );
  const next = inLanguage(languageOf(args, null), "/cart", { again: isAllThere ? "all" : "some" });
  return redirect(next, { status: 303, headers: { "Set-Cookie": writeCart(cart) } });
}
