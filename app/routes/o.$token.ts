import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { powerOfKey } from "~/domain/identity/link-key.server";
import { findCheckout } from "~/domain/orders/queries.server";
import { notFound } from "~/web/http-errors";
import { paths } from "~/web/paths";

/** What an SMS has room for: the order's code and key. Leads to the order, in the language it was placed in. */
export async function loader({ params }: LoaderFunctionArgs) {
  const [code = "", key = ""] = (params["token"] ?? "").split(".");
  const checkout = powerOfKey("order", { code, key }) !== null ? await findCheckout(code) : null;
  if (!checkout) throw notFound();
  return redirect(paths.order(checkout.language, code, key), 303);
}
