import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listPublicSessions } from "~/domain/training/queries-public.server";
import { publicMeta, siteOf } from "~/ui/catalog/store-meta";
import { EmptyState } from "~/ui/primitives/notice";
import { useLanguage, useT } from "~/ui/site";
import { SessionList } from "~/ui/training/session-list";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  publicMeta(matches, {
    title: siteOf(matches).t("training.publicTitle"),
    description: siteOf(matches).t("training.publicLead"),
    path: paths.training("vi"),
  });

/** What comes, for whoever has no household here yet. */
export async function loader() {
  return { sessions: await listPublicSessions() };
}

export default function TrainingPage() {
  const { sessions } = useLoaderData<typeof loader>();
  const t = useT();
  const language = useLanguage();
  return (
    <div className="mx-auto max-w-2xl">
      <h1 className="mt-4 text-3xl">{t("training.publicTitle")}</h1>
      <p className="mt-2 text-soft">{t("training.publicLead")}</p>
      {sessions.length === 0 ? (
        <EmptyState title={t("training.deskComingEmpty")} />
      ) : (
        <SessionList sessions={sessions} />
      )}
      <p className="mt-6 flex flex-wrap gap-3">
        <a className="button button-quiet" href={paths.lessons(language)}>
          {t("lessons.title")}
        </a>
        <a className="button button-quiet" href={paths.register(language)}>
          {t("common.sellHere")}
        </a>
      </p>
    </div>
  );
}
