import type { ActionFunctionArgs } from "@remix-run/node";
import { takeCardNotice } from "~/domain/flows/take-card-notice.server";
import { methodNotAllowed } from "~/web/http-errors";
import { answerNotice } from "~/web/notice-door.server";

export function loader(): Response {
  return methodNotAllowed("POST");
}

/** The card provider's news of a session, a charge, a refund or a dispute. */
export function action({ request }: ActionFunctionArgs): Promise<Response> {
  return answerNotice(request, takeCardNotice, REFUSALS);
}

/** A wrong signature is 400 as in the provider's own documents; 503 is sent again. */
const REFUSALS = { card_unreachable: 503, else: 400 };
