import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { changePickupPoints } from "~/domain/flows/change-pickup-points.server";
import { findDeskHousehold } from "~/domain/households/queries.server";
import { requirePermission, type DoorArgs } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { paths } from "~/web/paths";

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "shipping_rules.edit");
  return redirect(paths.householdShipping(queryOf(args)));
}

/** Takes one pick-up point away; gone already, it stays gone. */
export async function action(args: ActionFunctionArgs) {
  const { actor, scope } = await requirePermission(args, "shipping_rules.edit");
  const household = await findDeskHousehold(scope, queryOf(args).household ?? null);
  if (!household) throw notFound();
  const result = await changePickupPoints(actor, scope, {
    householdId: household.id,
    change: { removeId: args.params["pointId"] ?? "" },
  });
  if (!result.ok) throw notFound();
  return redirect(paths.householdShipping({ ...queryOf(args), done: "removed" }), 303);
}

function queryOf(args: DoorArgs): { household?: string } {
  const household = new URL(args.request.url).searchParams.get("household");
  return household === null ? {} : { household };
}
