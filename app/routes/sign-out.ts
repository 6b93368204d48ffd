import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { endSession } from "~/domain/identity/sessions.server";
import { methodNotAllowed } from "~/web/http-errors";
import { paths } from "~/web/paths";

/** A link cannot sign anybody out. */
export function loader(): never {
  throw methodNotAllowed("POST");
}

export async function action(args: ActionFunctionArgs) {
  const cookie = await endSession(args.request.headers.get("Cookie"));
  return redirect(paths.home(args.context.addressLanguage), {
    status: 303,
    headers: { "Set-Cookie": cookie },
  });
}
