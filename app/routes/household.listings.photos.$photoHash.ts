import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { requirePermission } from "~/web/guard.server";
import { partedFile, takePart, tellReceived } from "~/web/parts-door.server";

/** How much of this person's photo is here: `tellReceived`. */
export async function loader(args: LoaderFunctionArgs) {
  const { user } = await requirePermission(args, "product.edit");
  return tellReceived(partedFile(args.params["photoHash"], user.id));
}

/** One part more: `takePart`. */
export async function action(args: ActionFunctionArgs) {
  const { user } = await requirePermission(args, "product.edit");
  return takePart(args.request, partedFile(args.params["photoHash"], user.id));
}
