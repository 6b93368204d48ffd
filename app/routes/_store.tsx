import type { MetaFunction } from "@remix-run/node";
import { Outlet, useRouteError } from "@remix-run/react";
import { ErrorPage } from "~/ui/layouts/error-page";
import { StoreLayout } from "~/ui/layouts/store-layout";
import { failureMeta } from "~/ui/catalog/store-meta";
import { keepRetryAfter } from "~/web/http-errors";

export const headers = keepRetryAfter;

// Each page has a title of its own; this one is for the page of a failure.
export const meta: MetaFunction = ({ matches, error }) => failureMeta(matches, error);

export default function StorePage() {
  return (
    <StoreLayout>
      <Outlet />
    </StoreLayout>
  );
}

export function ErrorBoundary() {
  return <ErrorPage error={useRouteError()} />;
}
