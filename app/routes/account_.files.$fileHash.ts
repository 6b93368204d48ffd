import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import type { SessionUser } from "~/domain/identity/sessions.server";
import { HOUR_MS } from "~/platform/period";
import { createRateLimit } from "~/platform/rate-limit.server";
import { requirePermission, type DoorArgs } from "~/web/guard.server";
import { forbidden, tooManyRequests } from "~/web/http-errors";
import { partedFile, takePart, tellReceived } from "~/web/parts-door.server";

// Some 190 MB: a helper's photos of a whole village.
const perPerson = createRateLimit({ limit: 6_000, windowMs: HOUR_MS });
// Three of them in one hall.
const perNetwork = createRateLimit({ limit: 18_000, windowMs: HOUR_MS });

/** How much of a file that this person sends before its form is here: `tellReceived`. */
export async function loader(args: LoaderFunctionArgs) {
  const { user } = await requirePermission(args, "account.open");
  return tellReceived(fileOf(args, user));
}

/** One part more: `takePart`. What becomes of the file is said by the form's own door. */
export async function action(args: ActionFunctionArgs) {
  const { user } = await requirePermission(args, "account.open");
  const file = fileOf(args, user);
  const waitMs = perPerson.take(user.id) || perNetwork.take(args.context.clientNetwork);
  if (waitMs > 0) throw tooManyRequests(waitMs);
  return takePart(args.request, file);
}

/** No form of a buyer names files of theirs: the photo of a transfer belongs to its order. */
function fileOf(args: DoorArgs, user: SessionUser) {
  if (user.role === "buyer") throw forbidden();
  return partedFile(args.params["fileHash"], user.id);
}
