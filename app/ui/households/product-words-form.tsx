import { useForm } from "@conform-to/react";
import { taxClassOf } from "~/domain/catalog/tax-class";
import type { EditedWords } from "~/domain/catalog/forms";
import { PACKAGE_SIDES, type PackageSize } from "~/domain/catalog/package-size";
import { FormErrors } from "~/ui/primitives/form";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";
import { EnglishFields, FormPart, PackFields, WordFields } from "./product-fields";

type PackageSide = (typeof PACKAGE_SIDES)[number];
type WordsFields = Record<
  Exclude<keyof EditedWords, "packageSize"> | PackageSide | "englishStands",
  string
>;

export function ProductWordsForm(props: {
  slug: string;
  words: EditedWords;
  reply: MutationReply | undefined;
}) {
  const t = useT();
  const { packageSize, ...words } = props.words;
  const [form, fields] = useForm<WordsFields>({
    id: "words",
    lastResult: props.reply?.submission,
    defaultValue: {
      ...words,
      ocopSet: String(words.ocopSet),
      // What only follows from the set goes on following it.
      taxClass: words.taxClass === taxClassOf(words.ocopSet) ? "" : words.taxClass,
      contentQuantity: String(words.contentQuantity),
      weightGrams: words.weightGrams === 0 ? "" : String(words.weightGrams),
      ...typedSides(packageSize),
    },
  });
  return (
    <form method="post" action={paths.productWords(props.slug)} id={form.id} noValidate>
      <FormErrors form={form} failure={props.reply?.failure} />
      <FormPart title={t("households.formWhat")}>
        <WordFields fields={fields} />
      </FormPart>
      <FormPart title={t("households.formPack")}>
        <PackFields fields={fields} />
      </FormPart>
      <FormPart title={t("households.formEnglish")}>
        <EnglishFields fields={fields} />
      </FormPart>
      <button className="button button-main mt-4 w-full">{t("households.saveChanges")}</button>
    </form>
  );
}

function typedSides(size: PackageSize | null): Partial<Record<PackageSide, string>> {
  if (size === null) return {};
  return Object.fromEntries(PACKAGE_SIDES.map((side) => [side, String(size[side])]));
}
