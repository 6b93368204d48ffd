import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Outlet, useRouteError } from "@remix-run/react";
import type { ReactNode } from "react";
import { findProvince } from "~/domain/places/queries.server";
import { settings } from "~/platform/env.server";
import type { Language } from "~/platform/language";
import { failureMeta } from "~/ui/catalog/store-meta";
import { Document } from "~/ui/layouts/document";
import { ErrorPage } from "~/ui/layouts/error-page";
import type { Site } from "~/ui/site";
import { cartCount, readCart } from "~/web/cookies.server";
import { currentUser, isDesk, languageOf, reopenedPage } from "~/web/guard.server";
import { originOf } from "~/web/origin.server";
import "./styles.css";

// Each page has a title of its own; this one is for the page of a failure.
export const meta: MetaFunction = ({ matches, error }) => failureMeta(matches, error);

const DESK_OF_ROLE = {
  buyer: null,
  household_member: "household",
  agent: "agent",
  department_officer: "department",
} as const;

export async function loader(args: LoaderFunctionArgs): Promise<Site> {
  const user = await currentUser(args);
  const url = new URL(args.request.url);
  const province = await findProvince(settings().PROVINCE);
  const language = languageOf(args, user);
  return {
    language,
    path: url.pathname + url.search,
    isPublic: !isDesk(url.pathname),
    isDemo: settings().APP_MODE === "demo",
    origin: originOf(args.request),
    provinceName: provinceInSentence(province?.name ?? "", language),
    operator: { name: settings().OPERATOR_NAME, contact: settings().OPERATOR_CONTACT },
    reference: args.context.reference,
    reopen: reopenedPage(args),
    cartCount: cartCount(readCart(args.request)),
    user: user ? { fullName: user.fullName, desk: DESK_OF_ROLE[user.role] } : null,
  };
}

/** `tỉnh Tuyên Quang` within a Vietnamese sentence, `Tuyên Quang` in an English one. */
function provinceInSentence(name: string, language: Language): string {
  if (language === "en") return name.replace(/^(Tỉnh|Thành phố) /, "");
  return name.replace(/^Tỉnh /, "tỉnh ").replace(/^Thành phố /, "thành phố ");
}

export function Layout({ children }: { children: ReactNode }) {
  return <Document>{children}</Document>;
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return <ErrorPage error={useRouteError()} />;
}
