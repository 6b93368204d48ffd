import type { LoaderFunctionArgs } from "@remix-run/node";
import { exportPurchase } from "~/domain/buyers/queries-export.server";
import { dataFile } from "~/web/data-file";
import { notFound } from "~/web/http-errors";
import { acting, preorderOf } from "~/web/link-key.server";

/** All that is kept of one place on a harvest's list, for its buyer, account or not; by a link that acts. */
export async function loader(args: LoaderFunctionArgs) {
  const { code } = await acting(preorderOf(args));
  const found = await exportPurchase({ thing: "preorder", code });
  if (!found) throw notFound();
  return dataFile(`cho-phien-${code}`, found);
}
