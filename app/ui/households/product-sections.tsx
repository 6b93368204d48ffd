import { useForm } from "@conform-to/react";
import type { ReactNode } from "react";
import { PHOTOS_MAX } from "~/domain/catalog/photo-limits";
import { isProductEditable } from "~/domain/catalog/product-status";
import type { OwnProduct } from "~/domain/catalog/types-household";
import { packageSizeText } from "~/ui/fulfilment/shipping-words";
import { setName } from "~/ui/catalog/set-names";
import { CardPicture } from "~/ui/catalog/product-picture";
import { useMark } from "~/ui/in-language";
import { FormErrors } from "~/ui/primitives/form";
import { Money } from "~/ui/primitives/money";
import { useLanguage, useT } from "~/ui/site";
import { formatInteger } from "~/platform/money";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";
import { Icon, type IconName } from "./icon";
import { PriceField } from "./product-fields";

/** What a product is: price and stock, which change at once; photo and words, which change while it is not on sale. */
export function ProductSections(props: { product: OwnProduct; reply: MutationReply | undefined }) {
  const { product } = props;
  return (
    <>
      <PriceSection product={product} reply={props.reply} />
      <StockSection product={product} />
      {product.status === "published" ? <HarvestSection slug={product.slug} /> : null}
      <PhotoSection product={product} />
      <WordsSection product={product} />
    </>
  );
}

function Section(props: { icon: IconName; title: string; children: ReactNode }) {
  return (
    <section className="border-t border-line py-5">
      <h2 className="flex items-center gap-3 text-xl">
        <Icon name={props.icon} />
        {props.title}
      </h2>
      {props.children}
    </section>
  );
}

function PriceSection(props: { product: OwnProduct; reply: MutationReply | undefined }) {
  const t = useT();
  const language = useLanguage();
  const { slug, priceVnd } = props.product;
  const failure = props.reply?.failure;
  const asked = failure?.code === "price_doubtful" ? failure.detail?.["newVnd"] : undefined;
  const [form, fields] = useForm<{ priceVnd: string }>({
    id: "price",
    lastResult: props.reply?.submission,
    defaultValue: { priceVnd: formatInteger(priceVnd, language) },
  });
  return (
    <Section icon="money" title={t("households.formPrice")}>
      <p className="mt-1 text-[min(1.875rem,10vw)] font-bold">
        <Money amountVnd={priceVnd} language={language} />
      </p>
      <details open={props.reply !== undefined}>
        <summary className="min-h-12 cursor-pointer py-3 font-semibold text-leaf">
          {t("households.changePrice")}
        </summary>
        <form method="post" action={paths.householdProduct(slug)} id={form.id} noValidate>
          <FormErrors form={form} failure={failure} />
          <input type="hidden" name="shownVnd" value={priceVnd} />
          <PriceField field={fields.priceVnd} />
          <button className="button button-main w-full">{t("households.changePrice")}</button>
          {asked === undefined ? null : (
            <button name="sureVnd" value={asked} className="button button-quiet mt-3 w-full">
              {t("households.priceSure", { newVnd: Number(asked) })}
            </button>
          )}
        </form>
      </details>
    </Section>
  );
}

function StockSection({ product }: { product: OwnProduct }) {
  const t = useT();
  return (
    <Section icon="basket" title={t("households.formStock")}>
      <p className="num mt-1 text-3xl font-bold">
        {product.availableCount === 0
          ? t("households.packsNone")
          : t("households.packsLeft", { count: product.availableCount })}
      </p>
      <p className="mt-3">
        <a className="button button-quiet w-full" href={paths.productStock(product.slug)}>
          {t("households.changeStock")}
        </a>
      </p>
    </Section>
  );
}

function HarvestSection({ slug }: { slug: string }) {
  const t = useT();
  return (
    <Section icon="clock" title={t("preorders.deskSection")}>
      <p className="mt-3">
        <a className="button button-quiet w-full" href={paths.productHarvest(slug)}>
          {t("preorders.deskLink")}
        </a>
      </p>
    </Section>
  );
}

function PhotoSection({ product }: { product: OwnProduct }) {
  const t = useT();
  return (
    <Section icon="camera" title={t("households.photo")}>
      <div className="mt-2 max-w-60">
        <CardPicture
          photo={product.photo}
          ocopSet={product.ocopSet}
          slug={product.slug}
          lazy={undefined}
        />
      </div>
      {product.photos.length > 1 ? (
        <p className="num mt-1 text-soft">
          {t("households.photoCount", { count: product.photos.length, max: PHOTOS_MAX })}
        </p>
      ) : null}
      {isProductEditable(product.status) ? (
        <p className="mt-3">
          <a className="button button-quiet w-full" href={paths.productPhotos(product.slug)}>
            {product.photo ? t("households.changePhotos") : t("households.addPhoto")}
          </a>
        </p>
      ) : null}
    </Section>
  );
}

function WordsSection({ product }: { product: OwnProduct }) {
  const t = useT();
  const language = useLanguage();
  const mark = useMark();
  const { words } = product;
  const unit = t(`households.contentUnit_${words.contentUnit}`);
  const facts = [
    [t("households.productSet"), setName(t, words.ocopSet)],
    [t("households.packLabel"), mark(words.packLabel, "vi")],
    [t("households.contentQuantity"), `${formatInteger(words.contentQuantity, language)} ${unit}`],
    [t("households.weightGrams"), formatInteger(words.weightGrams, language)],
    ...(words.packageSize === null
      ? []
      : [[t("shipping.packageSize"), packageSizeText(t, words.packageSize)] as const]),
    ...(words.nameEn === ""
      ? []
      : [[t("households.productNameEn"), mark(words.nameEn, "en")] as const]),
  ] as const;
  return (
    <Section icon="pencil" title={t("households.formWhat")}>
      <p className="mt-2 max-w-prose whitespace-pre-line">{mark(words.description, "vi")}</p>
      <dl className="mt-3">
        {facts.map(([name, value]) => (
          <div key={name} className="border-b border-line py-2 sm:flex sm:gap-4">
            <dt className="text-soft sm:w-64 sm:shrink-0">{name}</dt>
            <dd className="font-medium">{value}</dd>
          </div>
        ))}
      </dl>
      {isProductEditable(product.status) ? (
        <p className="mt-3">
          <a className="button button-quiet w-full" href={paths.productWords(product.slug)}>
            {t("households.editWords")}
          </a>
        </p>
      ) : null}
    </Section>
  );
}
