import { useForm } from "@conform-to/react";
import { formatPhone } from "~/domain/identity/phone";
import { RECALL_OUTCOMES } from "~/domain/orders/recall-outcomes";
import type { RecallBuyer, RecallView } from "~/domain/orders/types-recall";
import { formatInstant } from "~/platform/period";
import { Icon, StatusMark } from "~/ui/households/icon";
import { useMark } from "~/ui/in-language";
import { FormErrors, SelectField, TextField } from "~/ui/primitives/form";
import { LocalTime } from "~/ui/primitives/local-time";
import { EmptyState, Notice } from "~/ui/primitives/notice";
import { useBuyerName } from "~/ui/orders/buyer-name";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import type { ContactReply } from "./contact-reply";
import { RecallWords } from "./recall-words";

/** A buyer to call; `contactId` is of the form that notes it. */
export type BuyerToCall = RecallBuyer & { contactId: string };

type ListProps = {
  recall: RecallView;
  buyers: readonly BuyerToCall[];
  /** Where a noted call goes. */
  action: string;
  csvHref: string;
  /** The order's page, where this desk has one. */
  orderHref: ((orderCode: string) => string) | null;
  answer: ContactReply | undefined;
};

/** Who has packs of a recalled lot: whom to call, what to say, and what came of it. */
export function RecallBuyers(props: ListProps) {
  const t = useT();
  const mark = useMark();
  const { recall, buyers } = props;
  const { orderCount, packCount, toldCount } = recall;
  return (
    <>
      <h1 className="num text-3xl">{t("lots.buyers", { code: recall.lotCode })}</h1>
      <p className="mt-1 text-lg">{mark(recall.productName, "vi")}</p>
      {recall.isLifted ? <Notice tone="plain" title={t("lots.isLifted")} /> : null}
      <div className="card my-4 px-5 py-4">
        <RecallWords reason={recall.reason} instruction={recall.instruction} />
      </div>
      {buyers.length === 0 ? (
        <EmptyState title={t("lots.buyersNone")}>
          <p>{t("lots.buyersNoneText")}</p>
        </EmptyState>
      ) : (
        <>
          <p className="num text-lg font-semibold">
            {t("lots.buyersSummary", { orders: orderCount, packs: packCount, told: toldCount })}
          </p>
          <p className="mt-1 text-soft">{t("lots.buyersText")}</p>
          <p className="mt-3">
            <a className="button button-quiet" href={props.csvHref}>
              {t("lots.buyersCsv")}
            </a>
          </p>
          <ul className="mt-4">
            {buyers.map((buyer) => (
              <BuyerItem key={buyer.orderCode} {...props} buyer={buyer} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function BuyerItem({ buyer, ...props }: ListProps & { buyer: BuyerToCall }) {
  const t = useT();
  const buyerName = useBuyerName();
  const isTold = buyer.contacts.some((contact) => contact.outcome === "told");
  const answer = props.answer?.orderCode === buyer.orderCode ? props.answer.reply : undefined;
  return (
    <li className="border-t border-line py-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="text-lg">{buyerName(buyer.buyerName)}</h2>
        {isTold ? (
          <StatusMark icon="check" tone="leaf" text={t("lots.outcome_told")} />
        ) : (
          <StatusMark icon="bell" tone="persimmon" text={t("lots.notToldYet")} />
        )}
      </div>
      <p>
        <strong className="num">{t("lots.buyerPacks", { count: buyer.quantity })}</strong>
        {buyer.heldCount > 0 ? `, ${t("lots.buyerHeld", { count: buyer.heldCount })}` : ""} ·{" "}
        {t(`orders.status_${buyer.status}`)}
      </p>
      <p className="text-soft">
        {props.orderHref ? (
          <a
            className="num inline-flex min-h-12 items-center underline"
            href={props.orderHref(buyer.orderCode)}
          >
            {buyer.orderCode}
          </a>
        ) : (
          <span className="num">{buyer.orderCode}</span>
        )}{" "}
        · <LocalTime instant={buyer.placedAt} /> · {buyer.communeName}, {buyer.provinceName}
      </p>
      <Contacts buyer={buyer} />
      <p className="mt-3">
        <a className="button button-quiet" href={`tel:${buyer.buyerPhone}`}>
          <Icon name="phone" />
          <span className="num">
            {t("households.buyerCall", { phone: formatPhone(buyer.buyerPhone) })}
          </span>
        </a>
      </p>
      <ContactForm buyer={buyer} action={props.action} reply={answer} />
    </li>
  );
}

function Contacts({ buyer }: { buyer: BuyerToCall }) {
  const t = useT();
  const mark = useMark();
  if (buyer.contacts.length === 0) return null;
  return (
    <ul className="mt-2">
      {buyer.contacts.map((contact) => (
        <li key={`${contact.occurredAt} ${contact.outcome}`}>
          <strong>{t(`lots.outcome_${contact.outcome}`)}</strong>
          {contact.note ? `: ${mark(contact.note)}` : ""}{" "}
          <span className="num text-sm text-soft">
            {t("lots.contactBy", {
              time: formatInstant(contact.occurredAt),
              name: contact.by ?? "",
            })}
          </span>
        </li>
      ))}
    </ul>
  );
}

function ContactForm(props: {
  buyer: BuyerToCall;
  action: string;
  reply: MutationReply | undefined;
}) {
  const t = useT();
  const buyerName = useBuyerName();
  const { buyer, reply } = props;
  const [form, fields] = useForm<Record<"contactId" | "orderCode" | "outcome" | "note", string>>({
    id: `call-${buyer.orderCode}`,
    lastResult: reply?.submission,
    defaultValue: { contactId: buyer.contactId, orderCode: buyer.orderCode },
  });
  return (
    <details open={reply !== undefined}>
      <summary className="min-h-12 cursor-pointer py-3 font-semibold text-leaf">
        {t("lots.noteCall")}
        <span className="sr-only"> {buyerName(buyer.buyerName)}</span>
      </summary>
      <form method="post" action={props.action} id={form.id} noValidate>
        <FormErrors form={form} failure={reply?.failure} />
        <input type="hidden" name="contactId" value={fields.contactId.initialValue} />
        <input type="hidden" name="orderCode" value={buyer.orderCode} />
        <SelectField
          field={fields.outcome}
          label={t("lots.outcomeLabel")}
          emptyLabel={t("lots.outcomeChoose")}
          options={RECALL_OUTCOMES.map((outcome) => ({
            value: outcome,
            label: t(`lots.outcome_${outcome}`),
          }))}
        />
        <TextField field={fields.note} label={t("lots.noteLabel")} optional autoComplete="off" />
        <button
          className="button button-main w-full sm:w-auto"
          aria-label={t("lots.saveCallNamed", { name: buyerName(buyer.buyerName) })}
        >
          {t("lots.saveCall")}
        </button>
      </form>
    </details>
  );
}
