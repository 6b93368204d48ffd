import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { keyOfCode } from "~/domain/identity/link-key.server";
import { listNotices } from "~/domain/notices/queries.server";
import { settings } from "~/platform/env.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { readPage } from "~/ui/department/page-number";
import { MessageList } from "~/ui/notices/message-list";
import { wordNotice } from "~/ui/notices/word-notice";
import { EmptyState, Notice } from "~/ui/primitives/notice";
import { Pagination } from "~/ui/primitives/pagination";
import { useLanguage, useT } from "~/ui/site";
import { notFound } from "~/web/http-errors";
import { originOf } from "~/web/origin.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("notices.messagesTitle"));

export const headers: HeadersFunction = () => ({
  "Referrer-Policy": "same-origin",
  "Cache-Control": "private, no-store",
});

/** Never in production: its links open orders. In a demo every order is a visitor's try. */
export async function loader({ request }: LoaderFunctionArgs) {
  if (settings().APP_MODE !== "demo") throw notFound();
  const list = await listNotices({
    status: null,
    page: readPage(new URL(request.url).searchParams),
  });
  const place = {
    origin: originOf(request),
    keyOf: keyOfCode,
    contact: settings().OPERATOR_CONTACT,
  };
  const messages = list.notices.map(({ facts, ...notice }) => ({
    ...notice,
    facts,
    words: facts && wordNotice({ ...notice, facts }, place),
  }));
  return { messages, page: list.page, pageCount: list.pageCount };
}

export default function MessagesPage() {
  const { messages, page, pageCount } = useLoaderData<typeof loader>();
  const t = useT();
  const language = useLanguage();
  return (
    <>
      <h1 className="mt-4 text-3xl">{t("notices.messagesTitle")}</h1>
      <Notice tone="plain">
        <p>{t("notices.messagesText")}</p>
      </Notice>
      <p>
        <a className="button button-quiet" href={paths.simulatedMessages(language)}>
          {t("notices.reload")}
        </a>
      </p>
      {messages.length === 0 ? (
        <EmptyState title={t("notices.messagesEmpty")}>
          <a className="button button-main" href={paths.products(language)}>
            {t("common.seeProducts")}
          </a>
        </EmptyState>
      ) : (
        <MessageList messages={messages} />
      )}
      <Pagination
        page={page}
        pageCount={pageCount}
        hrefOf={(one) => paths.simulatedMessages(language, { page: one })}
      />
    </>
  );
}
