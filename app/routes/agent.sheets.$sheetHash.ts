import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { requirePermission } from "~/web/guard.server";
import { partedFile, takePart, tellReceived } from "~/web/parts-door.server";

/** How much of the photo of a sheet that this agent sends is here: `tellReceived`. */
export async function loader(args: LoaderFunctionArgs) {
  const { user } = await requirePermission(args, "agent_desk.open");
  return tellReceived(partedFile(args.params["sheetHash"], user.id));
}

/** One part more: `takePart`. */
export async function action(args: ActionFunctionArgs) {
  const { user } = await requirePermission(args, "agent_desk.open");
  return takePart(args.request, partedFile(args.params["sheetHash"], user.id));
}
