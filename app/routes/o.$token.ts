import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { loadContract } from "~/domain/contracts/queries-records.server";
import { powerOfKey, thingOfCode } from "~/domain/identity/link-key.server";
import { findCheckout } from "~/domain/orders/queries.server";
import { loadPreorder } from "~/domain/preorders/queries-records.server";
import { reader } from "~/platform/db.server";
import type { Language } from "~/platform/language";
import { notFound } from "~/web/http-errors";
import { paths } from "~/web/paths";

/** What an SMS has room for: number and key. Leads to what was bought, in the language it was bought in. */
export async function loader({ params }: LoaderFunctionArgs) {
  const [code = "", key = ""] = (params["token"] ?? "").split(".");
  const thing = thingOfCode(code);
  const language = powerOfKey(thing, { code, key }) && (await LANGUAGES[thing](code));
  if (!language) throw notFound();
  const to = {
    order: () => paths.order(language, code, key),
    contract: () => paths.contract(language, { code, key }),
    preorder: () => paths.preorder(language, { code, key }),
  };
  return redirect(to[thing](), 303);
}

const LANGUAGES = {
  order: async (code: string): Promise<Language | undefined> =>
    (await findCheckout(code))?.language,
  contract: async (code: string) => (await loadContract(reader(), code))?.language,
  preorder: async (code: string) => (await loadPreorder(reader(), code))?.language,
};
