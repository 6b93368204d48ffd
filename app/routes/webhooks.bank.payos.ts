import type { ActionFunctionArgs } from "@remix-run/node";
import { takeNotice } from "~/domain/flows/take-notice.server";
import { methodNotAllowed } from "~/web/http-errors";
import { answerNotice } from "~/web/notice-door.server";

export function loader(): Response {
  return methodNotAllowed("POST");
}

/** payOS's notice of a line on our account. */
export function action({ request }: ActionFunctionArgs): Promise<Response> {
  return answerNotice(request, (sent) => takeNotice("payos", sent));
}
