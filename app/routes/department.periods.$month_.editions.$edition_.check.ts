import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { checkEdition } from "~/domain/statistics/check-edition.server";
import { isMonth } from "~/platform/period";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { paths } from "~/web/paths";
import { editionChecks, pathAfterCheck } from "~/web/period-work.server";

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "indicator.read");
  const { month = "", edition = "" } = args.params;
  return redirect(paths.edition(month, Number(edition)), 303);
}

/** Reads every byte of an edition again and computes it once more. */
export async function action(args: ActionFunctionArgs) {
  await requirePermission(args, "indicator.read");
  const { month = "", edition = "" } = args.params;
  if (!isMonth(month) || !/^[1-9]\d{0,4}$/.test(edition)) throw notFound();
  const number = Number(edition);
  const work = editionChecks.start(`${month} ${edition}`, (report) =>
    checkEdition(month, number, report),
  );
  return redirect(await pathAfterCheck(month, number, work), 303);
}
