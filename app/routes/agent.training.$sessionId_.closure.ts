import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { moveTraining } from "~/domain/flows/move-training.server";
import { sessionsOf } from "~/domain/training/planner";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { paths } from "~/web/paths";

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "training.keep_list");
  return redirect(paths.agentSession(args.params["sessionId"] ?? ""), 303);
}

/** A helper closes the list of a session that names them. */
export async function action(args: ActionFunctionArgs) {
  const { actor, user } = await requirePermission(args, "training.keep_list");
  const sessionId = args.params["sessionId"] ?? "";
  const moved = await moveTraining(actor, sessionsOf(user.id), { sessionId, to: "held" });
  if (!moved.ok && moved.code === "training_not_found") throw notFound();
  const query = moved.ok ? { done: "closed" } : { problem: moved.code };
  return redirect(paths.agentSession(sessionId, query), 303);
}
