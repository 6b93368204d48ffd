import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { addWish } from "~/domain/buyers/add-wish.server";
import { findProduct } from "~/domain/catalog/queries-product.server";
import { inTransaction } from "~/platform/db.server";
import { MINUTE_MS } from "~/platform/period";
import { createRateLimit } from "~/platform/rate-limit.server";
import { currentUser, languageOf } from "~/web/guard.server";
import { notFound, tooManyRequests } from "~/web/http-errors";
import { paths } from "~/web/paths";

const perNetwork = createRateLimit({ limit: 300, windowMs: 10 * MINUTE_MS });

export function loader(args: LoaderFunctionArgs) {
  return redirect(paths.product(languageOf(args, null), args.params["productSlug"] ?? ""), 303);
}

/** Saves a product for who is signed in; a guest signs in first and is asked again on their list. */
export async function action(args: ActionFunctionArgs) {
  const waitMs = perNetwork.take(args.context.clientNetwork);
  if (waitMs > 0) throw tooManyRequests(waitMs);
  const language = languageOf(args, null);
  const product = await findProduct(args.params["productSlug"] ?? "", language);
  if (!product) throw notFound();
  const user = await currentUser(args);
  if (!user) {
    const next = paths.wishes({ product: product.slug });
    return redirect(paths.signIn(language, { next }), 303);
  }
  const wish = { userId: user.id, productId: product.id };
  const saved = await inTransaction((tx) => addWish(tx, wish));
  return redirect(paths.wishes(saved.ok ? { done: "wish" } : { problem: saved.code }), 303);
}
