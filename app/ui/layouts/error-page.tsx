import { isRouteErrorResponse } from "@remix-run/react";
import { useSite, useT } from "~/ui/site";
import { describeStatus } from "~/web/describe-status";
import { paths } from "~/web/paths";
import { StoreLayout } from "./store-layout";

/** Every failure's page. */
export function ErrorPage({ error }: { error: unknown }) {
  return (
    <StoreLayout>
      <ErrorText error={error} />
    </StoreLayout>
  );
}

/** What happened, in the reader's language, and the way on; without header and footer. */
export function ErrorText({ error }: { error: unknown }) {
  const t = useT();
  const { language, reference, reopen } = useSite();
  const { title, text } = describeStatus(
    t,
    isRouteErrorResponse(error) ? error.status : 500,
    reference,
  );
  return (
    <div className="mx-auto max-w-xl py-16 text-center">
      <h1 className="text-3xl">{title}</h1>
      <p className="mt-4 text-lg text-soft">{text}</p>
      <p className="mt-8 flex flex-wrap justify-center gap-3">
        {reopen === null ? null : (
          <a className="button button-main" href={reopen}>
            {t("common.reopenPage")}
          </a>
        )}
        <a
          className={`button ${reopen === null ? "button-main" : "button-quiet"}`}
          href={paths.home(language)}
        >
          {t("common.goHome")}
        </a>
        <a className="button button-quiet" href={paths.products(language)}>
          {t("common.seeProducts")}
        </a>
      </p>
    </div>
  );
}
