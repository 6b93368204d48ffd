import type { ReactNode } from "react";
import type { DeskCollection } from "~/domain/catalog/types-collection";
import type { ProductCard } from "~/domain/catalog/types";
import { BackLink } from "~/ui/households/back-link";
import { useMark } from "~/ui/in-language";
import { LocalDay } from "~/ui/primitives/local-time";
import { Notice, Refusal } from "~/ui/primitives/notice";
import { useLanguage, useT } from "~/ui/site";
import { errorText, isMessageKey } from "~/web/i18n";
import { paths } from "~/web/paths";
import { CollectionCandidates } from "./collection-candidates";
import { CollectionProducts } from "./collection-products";
import { CollectionStateMark } from "./collection-state-mark";

/** One collection on the desk: its state, its products, more to choose from; the form of its words is the child. */
export function CollectionDesk(props: {
  collection: DeskCollection;
  done: string | null;
  problem: string | null;
  text: string;
  total: number;
  candidates: readonly ProductCard[];
  children: ReactNode;
}) {
  const t = useT();
  const language = useLanguage();
  const mark = useMark();
  const { collection } = props;
  const { slug, name, state, isOpen } = collection;
  return (
    <>
      <BackLink href={paths.departmentCollections()} text={t("collections.backToList")} />
      <h1 className="text-3xl">{mark(name, "vi")}</h1>
      <Outcome done={props.done} problem={props.problem} />
      <p className="mt-3 flex flex-wrap items-center gap-x-6 gap-y-2">
        <CollectionStateMark state={state} />
        <span>
          <LocalDay date={collection.startsOn} /> – <LocalDay date={collection.endsOn} />
        </span>
        {state === "coming" ? null : (
          <a
            href={paths.collection(language, slug)}
            className="inline-flex min-h-12 items-center underline"
          >
            {t("collections.seeInMarket")}
          </a>
        )}
      </p>
      <CollectionProducts collection={collection} />
      {isOpen ? (
        <>
          <CollectionCandidates
            slug={slug}
            text={props.text}
            total={props.total}
            candidates={props.candidates}
          />
          {props.children}
          <EndCollection slug={slug} />
        </>
      ) : (
        <p className="mt-8 text-soft">{t("collections.endedForGood")}</p>
      )}
    </>
  );
}

function Outcome({ done, problem }: { done: string | null; problem: string | null }) {
  const t = useT();
  const key = `collections.done_${done}`;
  if (problem !== null) {
    return (
      <Refusal title={t("department.problemTitle")}>
        <p>{errorText(t, problem)}</p>
      </Refusal>
    );
  }
  return done !== null && isMessageKey(key) ? <Notice tone="good" title={t(key)} /> : null;
}

function EndCollection({ slug }: { slug: string }) {
  const t = useT();
  return (
    <section className="mt-12 border-t border-line pt-6">
      <h2 className="text-2xl">{t("collections.end")}</h2>
      <p className="mt-1 max-w-prose text-soft">{t("collections.endText")}</p>
      <form method="post" action={paths.collectionProducts(slug)} className="mt-3">
        <button className="button button-danger" name="intent" value="end">
          {t("collections.end")}
        </button>
      </form>
    </section>
  );
}
