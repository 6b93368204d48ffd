import type { ReactNode } from "react";
import type { LotState } from "~/domain/catalog/lot-state";
import type { LotEventFacts, OwnDocument, OwnLotPage } from "~/domain/catalog/types-lot";
import { Fact, SampleMark } from "~/ui/catalog/product-facts";
import { StatusMark, type IconName, type Tone } from "~/ui/households/icon";
import { useMark } from "~/ui/in-language";
import { LocalDay } from "~/ui/primitives/local-time";
import { Notice } from "~/ui/primitives/notice";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { DocumentItem, DocumentMark } from "./document-list";
import { RecalledBy, RecallWords } from "./recall-words";

const MARKS = {
  recalled: { icon: "alert", tone: "persimmon" },
  expired: { icon: "clock", tone: "persimmon" },
  off_sale: { icon: "stop", tone: "quiet" },
  sold_out: { icon: "basket", tone: "honey" },
  on_sale: { icon: "check", tone: "leaf" },
} as const satisfies Record<LotState, { icon: IconName; tone: Tone }>;

function LotStateMark({ state }: { state: LotState }) {
  const t = useT();
  return <StatusMark {...MARKS[state]} text={t(`lots.mark_${state}`)} />;
}

/** On a desk: which lot, of what and of whom, and how it stands. */
export function OwnLotHead({ lot }: { lot: OwnLotPage }) {
  const t = useT();
  const language = useLanguage();
  const mark = useMark();
  return (
    <header>
      <h1 className="num text-2xl sm:text-3xl">{t("lots.title", { code: lot.code })}</h1>
      <p className="mt-1 mb-3 text-lg">
        {mark(`${lot.productName}, ${lot.packLabel}`, "vi")}
        {lot.isSample ? <SampleMark /> : null}
      </p>
      <LotStateMark state={lot.state} />
      <dl className="facts mt-4">
        <Fact term={t("lots.factMaker")}>
          {`${lot.householdName}, ${lot.communeName}, ${lot.provinceName}`}
        </Fact>
        <Fact term={t("lots.factMadeOn")}>
          <LocalDay date={lot.madeOn} />
        </Fact>
        <Fact term={t("lots.factExpiresOn")}>
          {lot.expiresOn ? <LocalDay date={lot.expiresOn} /> : t("lots.noExpiry")}
        </Fact>
        <Fact term={t("lots.factStock")}>
          {t("lots.deskStock", { count: lot.onHandCount, reserved: lot.reservedCount })}
        </Fact>
      </dl>
      <p className="mt-3">
        {lot.isPublic ? (
          <a
            className="inline-flex min-h-12 items-center font-semibold"
            href={paths.lot(language, lot.code)}
          >
            {t("lots.seePublic")}
          </a>
        ) : (
          <span className="text-soft">{t("lots.notPublic")}</span>
        )}
      </p>
    </header>
  );
}

/** The recall that stands, and the way to those who have packs of the lot. */
export function StandingRecall(props: {
  event: LotEventFacts;
  orderCount: number;
  /** Null for who may not see orders. */
  buyersHref: string | null;
}) {
  const t = useT();
  const { event } = props;
  return (
    <Notice tone="attention" title={t("lots.state_recalled")}>
      <RecallWords reason={event.reason} instruction={event.instruction ?? ""} />
      <RecalledBy event={event} />
      {props.buyersHref === null ? null : (
        <p className="mt-3">
          <a className="button button-main" href={props.buyersHref}>
            {t("lots.buyersLink", { count: props.orderCount })}
          </a>
        </p>
      )}
    </Notice>
  );
}

/** All documents of a lot, with what may be done about each. */
export function OwnDocuments(props: {
  documents: readonly OwnDocument[];
  today: string;
  actionsOf: (document: OwnDocument) => ReactNode;
}) {
  const t = useT();
  const mark = useMark();
  if (props.documents.length === 0) {
    return <p className="mt-2 text-soft">{t("lots.documentsNone")}</p>;
  }
  return (
    <ul className="mt-3">
      {props.documents.map((document) => (
        <DocumentItem
          key={document.id}
          document={document}
          today={props.today}
          mark={<OwnDocumentMark document={document} />}
        >
          {document.statusReason ? (
            <p className="mt-1">
              {t("households.reasonGiven", { reason: mark(document.statusReason) })}
            </p>
          ) : null}
          {document.coversLot ? null : (
            <p className="mt-1 text-persimmon">{t("lots.documentNotCovering")}</p>
          )}
          {props.actionsOf(document)}
        </DocumentItem>
      ))}
    </ul>
  );
}

/** Who vouches for it, or what became of it. */
export function OwnDocumentMark(props: { document: Pick<OwnDocument, "status" | "checkedAt"> }) {
  const t = useT();
  const { document } = props;
  switch (document.status) {
    case "refused":
      return <StatusMark icon="cross" tone="persimmon" text={t("lots.documentRefused")} />;
    case "withdrawn":
      return <StatusMark icon="stop" tone="quiet" text={t("lots.documentWithdrawn")} />;
    case "stated":
    case "checked":
      return <DocumentMark checkedAt={document.checkedAt} />;
  }
}
