import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { recountPeriod } from "~/domain/flows/recount-period.server";
import { isMonth } from "~/platform/period";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { problemOf } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "period.close");
  return redirect(paths.period(args.params["month"] ?? ""), 303);
}

/** An officer lets what is kept of a month be made anew from its orders. */
export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "period.close");
  const month = args.params["month"] ?? "";
  if (!isMonth(month)) throw notFound();
  const recounted = await recountPeriod(actor, { month });
  const query = recounted.ok ? { done: "recounted" } : { problem: problemOf(recounted) };
  return redirect(recounted.ok ? paths.period(month, query) : paths.periods(query), 303);
}
