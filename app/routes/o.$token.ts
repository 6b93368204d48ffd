import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { powerOfKey, thingOfCode } from "~/domain/identity/link-key.server";
import { findPurchase } from "~/domain/notices/queries-purchase.server";
import { reader } from "~/platform/db.server";
import { notFound } from "~/web/http-errors";
import { paths } from "~/web/paths";

/** What an SMS has room for: number and key. Leads to what was bought, in the language it was bought in. */
export async function loader({ params }: LoaderFunctionArgs) {
  const [code = "", key = ""] = (params["token"] ?? "").split(".");
  const thing = thingOfCode(code);
  const language =
    powerOfKey(thing, { code, key }) && (await findPurchase(reader(), code))?.language;
  if (!language) throw notFound();
  return redirect(paths.purchase(language, { thing, code, key }), 303);
}
