import type { ReactNode } from "react";
import type { DocumentFacts } from "~/domain/catalog/types-lot";
import { formatDate, localDateOf } from "~/platform/period";
import { SampleMark } from "~/ui/catalog/product-facts";
import { StatusMark } from "~/ui/households/icon";
import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";

type Facts = Pick<DocumentFacts, "kind" | "number" | "issuer" | "issuedOn" | "expiresOn">;

/** Who vouches for a document: the department, or nobody but the household. */
export function DocumentMark({ checkedAt }: Pick<DocumentFacts, "checkedAt">) {
  const t = useT();
  if (checkedAt === null) {
    return <StatusMark icon="pencil" tone="honey" text={t("lots.documentStated")} />;
  }
  const date = formatDate(localDateOf(checkedAt));
  return <StatusMark icon="check" tone="leaf" text={t("lots.documentChecked", { date })} />;
}

/** What the paper says. @param today to say that it has ended meanwhile */
export function DocumentWords({ document, today }: { document: Facts; today: string }) {
  const t = useT();
  const mark = useMark();
  const { expiresOn } = document;
  const until =
    expiresOn === null
      ? t("lots.documentNoExpiry")
      : expiresOn <= today
        ? t("lots.documentExpired", { date: formatDate(expiresOn) })
        : t("lots.documentExpiresOn", { date: formatDate(expiresOn) });
  return (
    <>
      <p>{t("lots.documentNumber", { number: mark(document.number, "vi") })}</p>
      <p>{t("lots.documentIssuer", { issuer: mark(document.issuer) })}</p>
      <p className="num text-soft">
        {t("lots.documentIssuedOn", { date: formatDate(document.issuedOn) })} · {until}
      </p>
    </>
  );
}

export function DocumentItem(props: {
  document: Omit<DocumentFacts, "checkedAt">;
  today: string;
  mark: ReactNode;
  children?: ReactNode;
}) {
  const t = useT();
  const { document } = props;
  return (
    <li className="border-t border-line py-4">
      <h3 className="text-lg">
        {t(`lots.kind_${document.kind}`)}
        {document.isSample ? <SampleMark /> : null}
      </h3>
      <DocumentWords document={document} today={props.today} />
      <p className="text-soft">{t(`lots.documentCovers_${document.covers}`)}</p>
      <p className="mt-2">{props.mark}</p>
      {props.children}
    </li>
  );
}

/** The lot's documents as anybody may see them. */
export function PublicDocuments(props: { documents: readonly DocumentFacts[]; today: string }) {
  const t = useT();
  return (
    <section className="mt-10">
      <h2 className="text-xl">{t("lots.documents")}</h2>
      {props.documents.length === 0 ? (
        <p className="mt-2 text-soft">{t("lots.documentsNone")}</p>
      ) : (
        <>
          <p className="mt-1 mb-3 text-soft">{t("lots.documentsText")}</p>
          <ul>
            {props.documents.map((document) => (
              <DocumentItem
                key={document.id}
                document={document}
                today={props.today}
                mark={<DocumentMark checkedAt={document.checkedAt} />}
              />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
