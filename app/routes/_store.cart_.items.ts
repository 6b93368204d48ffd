import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { quoteCheckout } from "~/domain/flows/quote-checkout.server";
import { cartItemForm } from "~/domain/orders/forms";
import { mergeLines } from "~/domain/orders/order-totals";
import { readCart, writeCart } from "~/web/cookies.server";
import { languageOf } from "~/web/guard.server";
import { readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";
import { inLanguage } from "~/web/with-query";

export function loader(args: LoaderFunctionArgs) {
  return redirect(paths.cart(languageOf(args, null)), 303);
}

export async function action(args: ActionFunctionArgs) {
  const language = languageOf(args, null);
  const refuse = (problem: string) => redirect(inLanguage(language, "/cart", { problem }), 303);
  const read = await readForm(args.request, cartItemForm);
  if (!read.ok) {
    return refuse(Object.values(read.reply.submission.error ?? {}).flat()[0] ?? "unexpected");
  }
  const item = read.value;
  const quote = await quoteCheckout({ lines: [item], communeCode: null });
  const [line] = quote.lines;
  if (!line) return refuse("product_unknown");
  if (line.offSale !== null) return refuse("product_unavailable");
  const merged = mergeLines([...readCart(args.request), { ...item, seenVnd: line.unitPriceVnd }]);
  if (!merged.ok) return refuse(merged.code);
  return redirect(inLanguage(language, "/cart", { added: line.slug }), {
    status: 303,
    headers: { "Set-Cookie": writeCart(merged.value) },
  });
}
