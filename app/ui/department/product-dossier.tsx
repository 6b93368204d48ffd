import { isAlcohol, isService } from "~/domain/catalog/ocop-sets";
import { GOODS_TAX_CLASSES } from "~/domain/catalog/tax-class";
import type { ProductDossier } from "~/domain/catalog/types-department";
import { formatPhone } from "~/domain/identity/phone";
import { formatInteger } from "~/platform/money";
import { LogLink } from "~/ui/audit/log-link";
import { drawingOf } from "~/ui/catalog/drawing-variants";
import { ProductPhoto } from "~/ui/catalog/product-picture";
import { monthName, setName } from "~/ui/catalog/set-names";
import { packageSizeText } from "~/ui/fulfilment/shipping-words";
import { UnitPriceText } from "~/ui/catalog/unit-price-text";
import { useMark } from "~/ui/in-language";
import { LocalTime } from "~/ui/primitives/local-time";
import { Money } from "~/ui/primitives/money";
import { SampleMark } from "~/ui/catalog/product-facts";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { CertificateText } from "./certificate-text";
import { ApproveDecision, RejectDecision } from "./decision-form";
import { FactList, FactRow } from "./fact-list";

/** A product that waits, with all that is needed to decide. */
export function ProductDossierCard({ product }: { product: ProductDossier }) {
  const t = useT();
  const mark = useMark();
  const { slug, name } = product;
  const action = paths.productApproval(slug);
  const isApproved = product.household.status === "approved";
  const { lacksLicence } = product.household;
  return (
    <article
      id={`product-${slug}`}
      className="grid scroll-mt-4 gap-x-8 gap-y-4 border-t border-line py-6 md:grid-cols-[16rem_1fr]"
    >
      <Pictures product={product} />
      <div>
        <h3 className="text-xl">
          {mark(name, "vi")}
          {product.isSample ? <SampleMark /> : null}
        </h3>
        <English text={product.nameEn} />
        <p className="mt-2 max-w-prose whitespace-pre-line">{mark(product.description, "vi")}</p>
        <English text={product.descriptionEn} />
        <ProductFacts product={product} />
        {isAlcohol(product.ocopSet) ? (
          <p className="mt-3 font-medium text-persimmon">{t("department.alcoholNote")}</p>
        ) : null}
        {isApproved ? null : (
          <p className="mt-3 font-medium text-persimmon">
            {t("department.householdNotApprovedNote")}
          </p>
        )}
        {lacksLicence ? (
          <p className="mt-3 font-medium text-persimmon">{t("department.unlicensedNote")}</p>
        ) : null}
        <div className="mt-4 flex flex-wrap items-start gap-x-6 gap-y-3">
          {isApproved && !lacksLicence ? (
            <ApproveDecision action={action} name={name}>
              <TaxClassField product={product} />
            </ApproveDecision>
          ) : null}
          <RejectDecision id={`product-${slug}`} action={action} name={name} />
        </div>
        <LogLink kind="product" subject={slug} name={name} />
      </div>
    </article>
  );
}

/** What the household says, for the department to correct; of a service there is nothing to choose. */
function TaxClassField({ product }: { product: ProductDossier }) {
  const t = useT();
  const fieldId = `tax-${product.slug}`;
  if (product.taxClass === "service") return null;
  return (
    <div className="mb-3">
      <label htmlFor={fieldId} className="font-semibold">
        {t("tax.approvalField")}
      </label>
      <select id={fieldId} name="taxClass" defaultValue={product.taxClass} className="mt-1">
        {GOODS_TAX_CLASSES.map((value) => (
          <option key={value} value={value}>
            {t(`tax.class_${value}`)}
          </option>
        ))}
      </select>
    </div>
  );
}

/** What English readers see in its place, to be approved with it. */
function English({ text }: { text: string | null }) {
  const mark = useMark();
  if (text === null) return null;
  return <p className="mt-1 max-w-prose whitespace-pre-line text-soft">{mark(text, "en")}</p>;
}

function Pictures({ product }: { product: ProductDossier }) {
  const t = useT();
  if (product.photos.length === 0) {
    return (
      <figure>
        <img src={paths.setPicture(drawingOf(product))} alt="" width={400} height={300} />
        <figcaption className="mt-1 text-sm text-soft">{t("department.photoNone")}</figcaption>
      </figure>
    );
  }
  return (
    <div className="grid content-start gap-3">
      {product.photos.map((photo) => (
        <ProductPhoto
          key={photo.id}
          photo={photo}
          alt={product.name}
          language="vi"
          sizes="(min-width: 48rem) 16rem, 92vw"
        />
      ))}
    </div>
  );
}

function ProductFacts({ product }: { product: ProductDossier }) {
  const t = useT();
  const language = useLanguage();
  const mark = useMark();
  const { household, season } = product;
  const number = (value: number) => formatInteger(value, language);
  return (
    <FactList>
      <FactRow term={t("department.factPrice")}>
        <strong>
          <Money amountVnd={product.priceVnd} language={language} />
        </strong>{" "}
        {product.unitPrice ? <UnitPriceText unitPrice={product.unitPrice} /> : null}
      </FactRow>
      <FactRow term={t("department.factPack")}>
        {mark(product.packLabel, "vi")}
        {": "}
        {t(`department.content_${product.contentUnit}`, {
          quantity: number(product.contentQuantity),
        })}
        {isService(product.ocopSet)
          ? null
          : `, ${t("department.weightSent", { weight: number(product.weightGrams) })}`}
        {product.packageSize ? `, ${packageSizeText(t, product.packageSize)}` : null}
        <English text={product.packLabelEn} />
      </FactRow>
      <FactRow term={t("department.factSet")}>
        {`${product.ocopSet}. ${setName(t, product.ocopSet)}`}
      </FactRow>
      <FactRow term={t("department.factCertificate")}>
        <CertificateText certificate={product.certificate} />
      </FactRow>
      {season ? (
        <FactRow term={t("department.factSeason")}>
          {`${monthName(t, season.fromMonth)} – ${monthName(t, season.toMonth)}`}
        </FactRow>
      ) : null}
      <FactRow term={t("department.factStock")}>{number(product.availableCount)}</FactRow>
      <FactRow term={t("department.factHousehold")}>
        {household.name}, {household.communeName}. {household.contactName},{" "}
        <a href={`tel:${household.phone}`} className="num underline whitespace-nowrap">
          {formatPhone(household.phone)}
        </a>
      </FactRow>
      <FactRow term={t("department.factWaiting")}>
        <LocalTime instant={product.waitingSince} />
      </FactRow>
    </FactList>
  );
}
