import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { moveTraining } from "~/domain/flows/move-training.server";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { paths } from "~/web/paths";

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "training.manage");
  return redirect(paths.departmentSession(args.params["sessionId"] ?? ""), 303);
}

/** An officer closes the list of a session. */
export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "training.manage");
  const sessionId = args.params["sessionId"] ?? "";
  const moved = await moveTraining(actor, { kind: "all" }, { sessionId, to: "held" });
  if (!moved.ok && moved.code === "training_not_found") throw notFound();
  const query = moved.ok ? { done: "closed" } : { problem: moved.code };
  return redirect(paths.departmentSession(sessionId, query), 303);
}
