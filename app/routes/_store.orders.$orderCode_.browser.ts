import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { subscribeBrowser } from "~/domain/flows/subscribe-browser.server";
import { unsubscribeBrowsers } from "~/domain/flows/unsubscribe-browsers.server";
import { browserForm } from "~/domain/notices/forms";
import { findCheckout } from "~/domain/orders/queries.server";
import { HOUR_MS } from "~/platform/period";
import { createRateLimit } from "~/platform/rate-limit.server";
import { languageOf } from "~/web/guard.server";
import { badRequest, notFound, tooManyRequests } from "~/web/http-errors";
import { acting, checkoutOf } from "~/web/link-key.server";
import { checkForm, readFormData } from "~/web/mutation.server";
import { paths } from "~/web/paths";

const perOrder = createRateLimit({ limit: 20, windowMs: HOUR_MS });

export async function loader(args: LoaderFunctionArgs) {
  const { code, key } = await checkoutOf(args);
  return redirect(paths.order(languageOf(args, null), code, key), 303);
}

/** This browser is told of this order, or none any more. Nobody types what is sent here: what is wrong comes from no page of ours. */
export async function action(args: ActionFunctionArgs) {
  const { code, key } = await acting(checkoutOf(args));
  const waitMs = perOrder.take(code);
  if (waitMs > 0) throw tooManyRequests(waitMs);
  const checkout = await findCheckout(code);
  if (!checkout) throw notFound();
  const form = await readFormData(args.request);
  const language = languageOf(args, null);
  const opened = { thing: "order", code, key } as const;
  if (form.get("intent") === "stop") {
    await unsubscribeBrowsers(checkout.id);
    return redirect(paths.purchase(language, { ...opened, told: "no" }), 303);
  }
  const read = checkForm(form, browserForm);
  if (!read.ok) throw badRequest();
  await subscribeBrowser({ ownerKind: "checkout", ownerId: checkout.id, ...read.value });
  return redirect(paths.purchase(language, { ...opened, told: "yes" }), 303);
}
