import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { HOUR_MS } from "~/platform/period";
import { createRateLimit } from "~/platform/rate-limit.server";
import { requirePermission } from "~/web/guard.server";
import { tooManyRequests } from "~/web/http-errors";
import { partedFile, takePart, tellReceived } from "~/web/parts-door.server";

// Some 190 MB: a helper's photos of a whole village.
const perPerson = createRateLimit({ limit: 6_000, windowMs: HOUR_MS });

/** How much of a file that this person sends before its form is here: `tellReceived`. */
export async function loader(args: LoaderFunctionArgs) {
  const { user } = await requirePermission(args, "account.open");
  return tellReceived(partedFile(args.params["fileHash"], user.id));
}

/** One part more: `takePart`. What becomes of the file is said by the form's own door. */
export async function action(args: ActionFunctionArgs) {
  const { user } = await requirePermission(args, "account.open");
  const waitMs = perPerson.take(user.id);
  if (waitMs > 0) throw tooManyRequests(waitMs);
  return takePart(args.request, partedFile(args.params["fileHash"], user.id));
}
