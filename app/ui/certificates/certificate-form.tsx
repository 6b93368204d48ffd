import { useForm } from "@conform-to/react";
import { CERTIFIED_STARS, ISSUER_LEVELS } from "~/domain/certificates/certificate-levels";
import type { TypedCertificate } from "~/domain/certificates/typed-certificate";
import type { CertifiableProduct } from "~/domain/certificates/types";
import { useDesk } from "~/ui/households/use-desk";
import { useMark } from "~/ui/in-language";
import { CheckboxList } from "~/ui/primitives/checkbox-list";
import { FormErrors, RadioField, TextField, type AnyField } from "~/ui/primitives/form";
import { EmptyState } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";

type Fields = Required<TypedCertificate> & { certificateId: string; renewsId: string };

/** The products that are shown to be ticked; `find` is what they were searched by. */
export type ProductChoice = {
  products: readonly CertifiableProduct[];
  hasMore: boolean;
  find: string;
  /** Lists the same ones again. */
  search: string;
};

/** What a household copies from its paper; photos of it come on the next page. */
export function CertificateForm(props: {
  action: string;
  certificateId: string;
  /** The one that it follows. */
  renewsId: string | null;
  known: TypedCertificate;
  list: ProductChoice;
  reply: MutationReply | undefined;
}) {
  const t = useT();
  const mark = useMark();
  const { certificateId, renewsId, known, list } = props;
  const [form, fields] = useForm<Fields>({
    id: "certificate",
    lastResult: props.reply?.submission ?? null,
    defaultValue: known,
  });
  const joint = props.action.includes("?") ? "&" : "?";
  const action = list.search === "" ? props.action : `${props.action}${joint}${list.search}`;
  if (list.products.length === 0 && list.find === "")
    return <EmptyState title={t("certificates.noProducts")} />;
  return (
    <form method="post" id={form.id} action={action} noValidate className="max-w-prose">
      {/* What Enter presses: before the button of the search, and rendered, or browsers pass over it. */}
      <button className="sr-only" tabIndex={-1} aria-hidden>
        {t("certificates.save")}
      </button>
      <FormErrors form={form} failure={props.reply?.failure} />
      <input type="hidden" name="certificateId" value={certificateId} />
      {renewsId === null ? null : <input type="hidden" name="renewsId" value={renewsId} />}
      <RadioField
        field={fields.stars}
        label={t("certificates.starsLabel")}
        options={CERTIFIED_STARS.map((stars) => ({
          value: String(stars),
          label: t("certificates.stars", { stars }),
        }))}
      />
      <p className="text-soft">{t("certificates.starsHint")}</p>
      <DecisionFields fields={fields} />
      <ProductSearch list={list} />
      <CheckboxList
        field={fields.productIds}
        label={t("certificates.productsLabel")}
        options={list.products.map(({ id, name }) => ({ value: id, label: mark(name, "vi") }))}
        isWide
      />
      <button className="button button-main w-full">{t("certificates.save")}</button>
    </form>
  );
}

const FEW = 12;

/** Searches by a GET of the whole form, so that without a script all that was typed and ticked comes along. */
function ProductSearch({ list }: { list: ProductChoice }) {
  const t = useT();
  const { query } = useDesk();
  const { products, hasMore, find } = list;
  if (products.length <= FEW && find === "") return null;
  return (
    <div className="my-4">
      {query.household ? <input type="hidden" name="household" value={query.household} /> : null}
      <label htmlFor="find" className="font-semibold">
        {t("certificates.findLabel")}
      </label>
      <div className="mt-1 flex flex-wrap gap-2">
        <input id="find" name="find" type="search" defaultValue={find} className="min-w-40 grow" />
        <button className="button button-quiet" formMethod="get" formNoValidate>
          {t("certificates.find")}
        </button>
      </div>
      {hasMore ? <p className="text-soft">{t("certificates.findMore")}</p> : null}
      {products.length === 0 ? <p className="text-soft">{t("certificates.findNone")}</p> : null}
    </div>
  );
}

type DecisionField = Exclude<keyof TypedCertificate, "stars" | "productIds">;

/** Number, days and issuer of the decision, and the code, in the order in which a paper has them. */
function DecisionFields({ fields }: { fields: Record<DecisionField, AnyField> }) {
  const t = useT();
  return (
    <>
      <TextField
        field={fields.decisionNumber}
        label={t("certificates.decisionLabel")}
        hint={t("certificates.decisionHint")}
        autoComplete="off"
        language="vi"
      />
      <TextField field={fields.issuedOn} label={t("certificates.dayLabel")} type="date" />
      <TextField
        field={fields.expiresOn}
        label={t("certificates.endLabel")}
        hint={t("certificates.endHint")}
        type="date"
        optional
      />
      <RadioField
        field={fields.issuerLevel}
        label={t("certificates.levelLabel")}
        options={ISSUER_LEVELS.toReversed().map((level) => ({
          value: level,
          label: t(`certificates.level_${level}`),
          hint: t(`certificates.levelHint_${level}`),
        }))}
      />
      <TextField
        field={fields.issuerName}
        label={t("certificates.issuer")}
        hint={t("certificates.issuerHint")}
        autoComplete="off"
        language="vi"
      />
      <TextField
        field={fields.ocopCode}
        label={t("certificates.codeLabel")}
        hint={t("certificates.codeHint")}
        autoComplete="off"
        optional
      />
    </>
  );
}
