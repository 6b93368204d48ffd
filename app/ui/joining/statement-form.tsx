import { useDesk } from "~/ui/households/use-desk";
import { useMark } from "~/ui/in-language";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** The sentence that a household says yes to, in the words that count and in the reader's. */
export function StatementForm(props: { itemId: string; titleVi: string; titleEn: string }) {
  const t = useT();
  const mark = useMark();
  const language = useLanguage();
  const { query, may } = useDesk();
  const { itemId, titleVi, titleEn } = props;
  return (
    <section className="card mt-6 px-5 py-4">
      <p className="text-soft">{t("joining.statementLead")}</p>
      <p className="mt-2 text-xl font-semibold">{mark(titleVi, "vi")}</p>
      {language === "vi" ? null : <p className="mt-1">{mark(titleEn, "en")}</p>}
      {may("household.declare") ? (
        <form method="post" action={paths.joiningStatement(itemId, query)} className="mt-4">
          <input type="hidden" name="statement" value={titleVi} />
          <button className="button button-main w-full">{t("joining.statementConfirm")}</button>
        </form>
      ) : null}
    </section>
  );
}
