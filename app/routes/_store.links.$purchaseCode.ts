import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { askLink } from "~/domain/flows/ask-link.server";
import { linkPhone } from "~/domain/notices/buyer-reach.server";
import { findPurchase } from "~/domain/notices/queries-purchase.server";
import { reader } from "~/platform/db.server";
import { DAY_MS, HOUR_MS } from "~/platform/period";
import { createRateLimit } from "~/platform/rate-limit.server";
import { currentActor, languageOf } from "~/web/guard.server";
import { notFound, tooManyRequests } from "~/web/http-errors";
import { purchaseOf } from "~/web/link-key.server";
import { paths } from "~/web/paths";

// Each costs a message to a phone whose owner may not have asked: seller and carrier have the reading key too.
const perPhone = createRateLimit({ limit: 3, windowMs: DAY_MS });
const perNetwork = createRateLimit({ limit: 10, windowMs: HOUR_MS });

export async function loader(args: LoaderFunctionArgs) {
  const { page } = await purchaseOf(args);
  return redirect(page, 303);
}

/** Sends the buyer's own link to the buyer's phone; whoever asks sees the page that they had. */
export async function action(args: ActionFunctionArgs) {
  const { code, key, thing, isBuyerGone, page } = await purchaseOf(args);
  if (isBuyerGone) throw redirect(page, 303);
  const networkWaitMs = perNetwork.take(args.context.clientNetwork);
  if (networkWaitMs > 0) throw tooManyRequests(networkWaitMs);
  const purchase = await findPurchase(reader(), code);
  if (!purchase || linkPhone(purchase.phone) === null) throw notFound();
  const phoneWaitMs = perPhone.take(purchase.phone);
  if (phoneWaitMs > 0) throw tooManyRequests(phoneWaitMs);
  await askLink(await currentActor(args), purchase);
  const sent = { code, key, thing, link: "sent" };
  return redirect(paths.purchase(languageOf(args, null), sent), 303);
}
