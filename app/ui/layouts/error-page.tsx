import { isRouteErrorResponse } from "@remix-run/react";
import { useLanguage, useT } from "~/ui/site";
import type { Translate } from "~/web/i18n";
import { paths } from "~/web/paths";
import { StoreLayout } from "./store-layout";

/** Every failure's page: what happened, in the reader's language, and the way on. */
export function ErrorPage({ error, reference }: { error: unknown; reference: string }) {
  const t = useT();
  const language = useLanguage();
  const { title, text } = describe(t, isRouteErrorResponse(error) ? error.status : 500, reference);
  return (
    <StoreLayout>
      <div className="mx-auto max-w-xl py-16 text-center">
        <h1 className="text-3xl">{title}</h1>
        <p className="mt-4 text-lg text-soft">{text}</p>
        <p className="mt-8 flex flex-wrap justify-center gap-3">
          <a className="button button-main" href={paths.home(language)}>
            {t("common.goHome")}
          </a>
          <a className="button button-quiet" href={paths.products(language)}>
            {t("common.seeProducts")}
          </a>
        </p>
      </div>
    </StoreLayout>
  );
}

/** Title and text for an HTTP status; the server process uses it too, for what never reaches a route. */
export function describe(t: Translate, status: number, reference: string) {
  switch (status) {
    case 400:
      return { title: t("common.badRequestTitle"), text: t("common.badRequestText") };
    case 401:
    case 403:
      return { title: t("common.forbiddenTitle"), text: t("common.forbiddenText") };
    case 404:
    case 410:
      return { title: t("common.notFoundTitle"), text: t("common.notFoundText") };
    case 405:
      return { title: t("common.methodTitle"), text: t("common.methodText") };
    case 413:
      return { title: t("common.tooLargeTitle"), text: t("common.tooLargeText") };
    case 429:
      return { title: t("common.tooManyTitle"), text: t("common.tooManyText") };
    default:
      return { title: t("common.errorTitle"), text: t("common.errorText", { reference }) };
  }
}
