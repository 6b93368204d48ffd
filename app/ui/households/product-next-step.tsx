import type { OwnProduct } from "~/domain/catalog/types-household";
import { useMark } from "~/ui/in-language";
import { Notice } from "~/ui/primitives/notice";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { useDesk } from "./use-desk";

/** What the state means and the one thing to do about it. */
export function ProductNextStep({ product }: { product: OwnProduct }) {
  const t = useT();
  const language = useLanguage();
  const mark = useMark();
  const { current, query } = useDesk();
  const { status, slug } = product;
  const isHidden = status === "published" && current?.status !== "approved";
  const isUnlicensed = status === "published" && !isHidden && product.lacksLicence;
  const isShown = status === "published" && !isHidden && !isUnlicensed;
  return (
    <section className="card my-6 px-5 py-4">
      {status === "rejected" ? (
        <Notice tone="attention" title={t("households.rejectedBecause")}>
          <p>{t("households.reasonGiven", { reason: mark(product.statusReason ?? "") })}</p>
        </Notice>
      ) : null}
      {status === "withdrawn" && product.statusReason !== null ? (
        <Notice tone="attention" title={t("households.takenDownBecause")}>
          <p>{t("households.reasonGiven", { reason: mark(product.statusReason) })}</p>
        </Notice>
      ) : null}
      <p className="text-lg">
        {isUnlicensed ? t("households.next_publishedUnlicensed") : null}
        {isHidden ? t("households.next_publishedHidden") : null}
        {isHidden || isUnlicensed ? null : t(`households.next_${status}`)}
      </p>
      {product.lacksLicence ? (
        <p className="mt-3">
          <a className="button button-quiet w-full" href={paths.householdPapers(query)}>
            {t("papers.licences")}
          </a>
        </p>
      ) : null}
      {status === "draft" || status === "rejected" || status === "withdrawn" ? (
        <PublicationForm slug={slug} move="submit" />
      ) : null}
      {status === "awaiting_approval" ? (
        <p className="mt-2 text-soft">{t("households.lockedText")}</p>
      ) : null}
      {isShown ? (
        <p className="mt-3">
          <a className="button button-quiet w-full" href={paths.product(language, slug)}>
            {t("households.seeInMarket")}
          </a>
        </p>
      ) : null}
    </section>
  );
}

/** Stopping is folded away: it is rare, and explains itself first. */
export function WithdrawSection({ slug }: { slug: string }) {
  const t = useT();
  return (
    <details className="mt-10 border-t border-line">
      <summary className="min-h-12 cursor-pointer py-3 font-semibold">
        {t("households.withdrawTitle")}
      </summary>
      <p className="max-w-prose">{t("households.withdrawText")}</p>
      <PublicationForm slug={slug} move="withdraw" />
    </details>
  );
}

function PublicationForm({ slug, move }: { slug: string; move: "submit" | "withdraw" }) {
  const t = useT();
  return (
    <form method="post" action={paths.productPublication(slug)} className="mt-3">
      <button
        name="move"
        value={move}
        className={`button w-full ${move === "submit" ? "button-main" : "button-danger"}`}
      >
        {move === "submit" ? t("households.submit") : t("households.withdraw")}
      </button>
    </form>
  );
}
