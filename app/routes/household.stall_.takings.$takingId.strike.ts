import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { strikeTaking } from "~/domain/flows/strike-taking.server";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { deskQuery } from "~/web/desk-address";
import { paths } from "~/web/paths";

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "stall.keep");
  return redirect(paths.stall());
}

/** An entry that was wrong is struck out: the book keeps it, and counts it no more. */
export async function action(args: ActionFunctionArgs) {
  const { actor, scope } = await requirePermission(args, "stall.keep");
  const struck = await strikeTaking(actor, scope, args.params["takingId"] ?? "");
  if (!struck.ok) throw notFound();
  const search = new URL(args.request.url).searchParams;
  const [month, page] = ["month", "page"].map((name) => search.get(name) ?? undefined);
  return redirect(paths.stall({ ...deskQuery(args), month, page, done: "struck" }), 303);
}
