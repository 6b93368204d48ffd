import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { closePeriod } from "~/domain/flows/close-period.server";
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

/** An officer closes a month that is over. */
export async function action(args: ActionFunctionArgs) {
  const { actor, user } = await requirePermission(args, "period.close");
  const month = args.params["month"] ?? "";
  if (!isMonth(month)) throw notFound();
  const sent = (await args.request.formData()).get("seen");
  const seen = typeof sent === "string" ? sent : "";
  const closedBy = { id: user.id, name: user.fullName };
  const work = periodMoves.start(periodKey(month), async (report) => {
    const closed = await closePeriod(actor, { month, seen, closedBy }, report);
    if (closed.ok) return { query: { done: "closed" } };
    const isInList = ["period_running", "period_before_first"].includes(closed.code);
    return { query: { problem: problemOf(closed) }, isInList };
  });
  return redirect(await pathAfterMove(month, work), 303);
}
