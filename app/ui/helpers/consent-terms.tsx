import { useT } from "~/ui/site";

/** What a household agrees to, in words that can be read out to it. */
export function ConsentTerms() {
  const t = useT();
  const terms = [
    t("helpers.termsMay"),
    t("helpers.termsNot"),
    t("helpers.termsLog"),
    t("helpers.termsStop"),
  ];
  return (
    <ol className="list-decimal space-y-1 pl-6">
      {terms.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ol>
  );
}
