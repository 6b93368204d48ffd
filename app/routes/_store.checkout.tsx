import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { actorIdOf } from "~/domain/audit/actor";
import { receiverAt } from "~/domain/buyers/queries.server";
import { placeCheckout } from "~/domain/flows/place-checkout.server";
import { keepReceiver } from "~/domain/flows/keep-receiver.server";
import { prepareCheckout } from "~/domain/flows/prepare-checkout.server";
import { isCashRefusal } from "~/domain/orders/cash-limits";
import { withSeenPrices } from "~/web/cart-text";
import { checkoutFormOf } from "~/domain/orders/forms";
import { readPickups } from "~/domain/orders/pickup-fields";
import { checkCart } from "~/domain/orders/queries-offers.server";
import { findCommune } from "~/domain/places/queries.server";
import { MINUTE_MS } from "~/platform/period";
import { createRateLimit } from "~/platform/rate-limit.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { CheckoutForm } from "~/ui/orders/checkout-form";
import { CheckoutProblem } from "~/ui/orders/checkout-problem";
import { useT } from "~/ui/site";
import { readCart, writeCart } from "~/web/cookies.server";
import { currentActor, currentUser, languageOf } from "~/web/guard.server";
import { fieldErrorReply } from "~/web/field-error";
import { tooManyRequests } from "~/web/http-errors";
import type { MutationReply } from "~/web/mutation-reply";
import { checkForm, failureReply, readFormData, textsOf } from "~/web/mutation.server";
import { paths } from "~/web/paths";

// One network may be a whole village behind one mast; this only stops machines.
const perNetwork = createRateLimit({ limit: 600, windowMs: 10 * MINUTE_MS });

// Whoever tries codes out is a machine; a right code is answered like a wrong one, so each try counts.
const codesPerNetwork = createRateLimit({ limit: 120, windowMs: 10 * MINUTE_MS });
/** Buttons that only want the page as it would be. */
const FILLING = ["recount", "apply_voucher"];

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("orders.checkout"));

export async function loader(args: LoaderFunctionArgs) {
  const user = await currentUser(args);
  const cart = readCart(args.request);
  const page = await prepareCheckout({ cart, typed: null, userId: user?.id ?? null });
  // After a form the page comes back with what was typed, also when nothing of the cart can be bought any more.
  const isEmpty = page.quote.households.length === 0;
  if (isEmpty && !args.context.isForm) throw redirect(paths.cart(languageOf(args, null)), 303);
  return page;
}

export async function action(args: ActionFunctionArgs) {
  const waitMs = perNetwork.take(args.context.clientNetwork);
  if (waitMs > 0) throw tooManyRequests(waitMs);
  const language = languageOf(args, null);
  const { request } = args;
  const form = await readFormData(request);
  const typed = textsOf(form);
  const hasCode = (typed["voucherCode"] ?? "").trim() !== "";
  const actor = await currentActor(args);
  const userId = actorIdOf(actor);
  const show = async (reply: MutationReply, status: number, shown = typed) => {
    // An order that was refused is compared with the page it was sent from, all else with the cart.
    const seen = withSeenPrices(readCart(request), status === 409 ? (typed["shown"] ?? "") : "");
    const page = await prepareCheckout({ cart: seen, typed: shown, userId });
    return data({ ...reply, page }, { status });
  };
  if (hasCode && codesPerNetwork.take(args.context.clientNetwork) > 0) {
    // The rest of the form stays, and is ordered without the code or tried again later.
    const initialValue = { ...typed, voucherCode: "" };
    const failure = { code: "codes_tried_often", detail: {} };
    return show({ submission: { initialValue }, failure }, 429, initialValue);
  }
  const showFilled = (initialValue: Record<string, string>) =>
    show({ submission: { initialValue } }, 200, initialValue);
  if (typed["useAddress"] !== undefined) {
    return showFilled({ ...typed, ...(await receiverAt(userId, typed["useAddress"])) });
  }
  if (typed["intent"] === "choose_province") return showFilled({ ...typed, communeCode: "" });
  if (FILLING.includes(typed["intent"] ?? "")) return showFilled(typed);
  const pickups = readPickups(typed);
  const seen = withSeenPrices(readCart(request), typed["shown"] ?? "");
  const { lines, ...kinds } = await checkCart(seen, pickups);
  const read = checkForm(form, checkoutFormOf(kinds));
  if (!read.ok) return show(read.reply, 400);
  const { isAdult: _asked, keepAddress, provinceCode, shown: _seen, ...buyer } = read.value;
  const refuseField = (field: string, code: string) =>
    show(fieldErrorReply(read.submission, field, code), 400);
  const commune = await findCommune(buyer.communeCode);
  if (!commune) return refuseField("communeCode", "commune_unknown");
  if (commune.provinceCode !== provinceCode) {
    return refuseField("communeCode", "commune_not_in_province");
  }
  const placed = await placeCheckout(actor, { ...buyer, lines, language, pickups });
  if (!placed.ok && isCashRefusal(placed.code)) {
    return show(fieldErrorReply(read.submission, "method", placed.code), 409);
  }
  if (!placed.ok) return show(failureReply(placed, read.submission), 409);
  const hasAddress = buyer.addressLine !== "";
  if (userId !== null && keepAddress === "on" && hasAddress) {
    await keepReceiver(userId, buyer, commune);
  }
  // A form sent again may find a cart that is filled anew: what was not ordered stays in it.
  const { code, key, productIds, hasIgnoredChange } = placed.value;
  const kept = lines.filter(({ productId }) => !productIds.includes(productId));
  const pathOf = hasIgnoredChange ? paths.repeatedOrder : paths.order;
  const headers = { "Set-Cookie": writeCart(kept) };
  return redirect(pathOf(language, code, key), { status: 303, headers });
}

export default function CheckoutPage() {
  const loaded = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const { quote, ...page } = reply?.page ?? loaded;
  const hasVoucher = page.quoted.voucher !== null;
  const dueVnd = (quote.totalVnd ?? 0) - (page.quoted.voucher?.amountVnd ?? 0);
  return (
    <>
      <h1 className="mt-4 mb-4 text-3xl">{t("orders.checkout")}</h1>
      <CheckoutProblem
        failure={reply?.failure}
        quote={quote}
        dueVnd={dueVnd}
        hasVoucher={hasVoucher}
      />
      <CheckoutForm quote={quote} {...page} submission={reply?.submission ?? null} />
    </>
  );
}
