import type { LoaderFunctionArgs } from "@remix-run/node";
import { settings } from "~/platform/env.server";
import { originOf } from "~/web/origin.server";
import { robotsText } from "~/web/robots";

export function loader({ request }: LoaderFunctionArgs) {
  const isDemo = settings().APP_MODE === "demo";
  return new Response(robotsText({ isDemo, origin: originOf(request) }), {
    headers: {
      "Content-Type": "text/plain; charset=utf-8",
      "Cache-Control": "public, max-age=3600",
    },
  });
}
