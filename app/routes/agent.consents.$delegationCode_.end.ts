import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { stopHelping } from "~/domain/flows/stop-helping.server";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { paths } from "~/web/paths";

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "agent_desk.open");
  return redirect(paths.agentConsent(args.params["delegationCode"] ?? ""), 303);
}

/** An agent stops helping, or takes a question back. */
export async function action(args: ActionFunctionArgs) {
  const { actor, user } = await requirePermission(args, "agent_desk.open");
  const code = args.params["delegationCode"] ?? "";
  const stopper = { by: "agent", userId: user.id } as const;
  const stopped = await stopHelping(actor, { code, stopper });
  if (!stopped.ok) throw notFound();
  return redirect(paths.agentDesk({ done: "ended" }), 303);
}
