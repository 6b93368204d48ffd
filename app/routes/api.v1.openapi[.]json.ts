import type { LoaderFunctionArgs } from "@remix-run/node";
import { openApiDocument } from "~/domain/opendata/openapi";
import { openAnswer, refuseMethod } from "~/web/data-api.server";
import { originOf } from "~/web/origin.server";

/** The read API as a document. */
export async function loader({ request }: LoaderFunctionArgs) {
  return openAnswer(openApiDocument(originOf(request)));
}

export const action = refuseMethod;
