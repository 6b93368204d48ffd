import { mayMoveDocument, type DocumentStatus } from "~/domain/catalog/document-status";
import type { DocumentKind } from "~/domain/catalog/document-kinds";
import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** What an officer may decide about a document. @param lotCode whose page it leads back to; the list without it */
export function DocumentDecision(props: {
  document: { id: string; kind: DocumentKind; number: string; status: DocumentStatus };
  lotCode?: string;
}) {
  const t = useT();
  const mark = useMark();
  const { id, kind, number, status } = props.document;
  const action = paths.documentCheck(id, { lot: props.lotCode });
  const name = `${t(`lots.kind_${kind}`)} ${mark(number, "vi")}`;
  return (
    <div className="mt-2 flex flex-wrap items-center gap-3">
      {mayMoveDocument(status, "checked") ? (
        <form method="post" action={action}>
          <input type="hidden" name="decision" value="check" />
          <button
            className="button button-main"
            aria-label={t("lots.checkDocumentNamed", { name })}
          >
            {t("lots.checkDocument")}
          </button>
        </form>
      ) : null}
      {mayMoveDocument(status, "refused") ? (
        <a className="inline-flex min-h-12 items-center font-semibold text-persimmon" href={action}>
          {t("lots.refuseDocument")}
          <span className="sr-only"> {name}</span>
        </a>
      ) : null}
    </div>
  );
}
