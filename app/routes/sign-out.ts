import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { endSession } from "~/domain/identity/sessions.server";
import { stopActing } from "~/web/acting-cookie.server";
import { methodNotAllowed } from "~/web/http-errors";
import { currentUser } from "~/web/guard.server";
import { forgetHalfway } from "~/web/halfway-cookie.server";
import { paths } from "~/web/paths";
import { forgetProvenPhone } from "~/web/proven-phone.server";

/** A link cannot sign anybody out. */
export function loader(): never {
  throw methodNotAllowed("POST");
}

export async function action(args: ActionFunctionArgs) {
  // The button stands on desks, whose language is the person's and not the address's.
  const user = await currentUser(args);
  const cookie = await endSession(args.request.headers.get("Cookie"));
  const headers = new Headers({ "Set-Cookie": cookie });
  headers.append("Set-Cookie", forgetProvenPhone());
  headers.append("Set-Cookie", forgetHalfway());
  headers.append("Set-Cookie", stopActing());
  return redirect(paths.home(user?.language ?? args.context.addressLanguage), {
    status: 303,
    headers,
  });
}
