import type { LoaderFunctionArgs } from "@remix-run/node";
import { exportPurchase } from "~/domain/buyers/queries-export.server";
import { dataFile } from "~/web/data-file";
import { notFound } from "~/web/http-errors";
import { acting, contractOf } from "~/web/link-key.server";

/** All that is kept of one wholesale contract or price request, for its buyer, account or not; by a link that acts. */
export async function loader(args: LoaderFunctionArgs) {
  const { code } = await acting(contractOf(args));
  const found = await exportPurchase({ thing: "contract", code });
  if (!found) throw notFound();
  return dataFile(`cho-phien-${code}`, found);
}
