import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { recountPeriod } from "~/domain/flows/recount-period.server";
import { isMonth } from "~/platform/period";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { problemOf } from "~/web/mutation.server";
import { paths } from "~/web/paths";
import { pathAfterMove, periodKey, periodMoves } from "~/web/period-work.server";

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "period.close");
  return redirect(paths.period(args.params["month"] ?? ""), 303);
}

/** An officer lets what is kept of a month be made anew from its orders. */
export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "period.close");
  const month = args.params["month"] ?? "";
  if (!isMonth(month)) throw notFound();
  const work = periodMoves.start(periodKey(month), async (report) => {
    const recounted = await recountPeriod(actor, { month }, ({ counted, of }) =>
      report(counted / of),
    );
    return { query: recounted.ok ? { done: "recounted" } : { problem: problemOf(recounted) } };
  });
  return redirect(await pathAfterMove(month, work), 303);
}
