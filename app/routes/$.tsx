import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useRouteError } from "@remix-run/react";
import { failureMeta } from "~/ui/catalog/store-meta";
import { ErrorPage } from "~/ui/layouts/error-page";
import { notFound } from "~/web/http-errors";

export const meta: MetaFunction = ({ matches, error }) => failureMeta(matches, error);

// Without this route an unknown address would not ask the root loader, and the error page not know its language.
// The server sends here what a door refused without words (`failedStatus`).
export function loader({ context }: LoaderFunctionArgs): never {
  throw new Response(null, { status: context.failedStatus ?? 404 });
}

export function action(): never {
  throw notFound();
}

export default function UnknownPage() {
  return null;
}

export function ErrorBoundary() {
  return <ErrorPage error={useRouteError()} />;
}
