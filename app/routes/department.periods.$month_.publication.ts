import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { publishPeriod } from "~/domain/flows/publish-period.server";
import { isMonth } from "~/platform/period";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { problemOf } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "period.publish");
  return redirect(paths.period(args.params["month"] ?? ""), 303);
}

/** An officer makes the edition that they saw public. */
export async function action(args: ActionFunctionArgs) {
  const { actor, user } = await requirePermission(args, "period.publish");
  const month = args.params["month"] ?? "";
  const edition = Number((await args.request.formData()).get("edition"));
  if (!isMonth(month) || !Number.isSafeInteger(edition)) throw notFound();
  const published = await publishPeriod(actor, { month, edition, publishedById: user.id });
  const query = published.ok ? { done: "published" } : { problem: problemOf(published) };
  return redirect(paths.period(month, query), 303);
}
