import { useT } from "~/ui/site";

/** `name = numerator / denominator × 100 %` as a fraction for the eye and on paper, and in words to be heard. */
export function MethodFormula(props: { name: string; numerator: string; denominator: string }) {
  const t = useT();
  const { name, numerator, denominator } = props;
  return (
    <p className="my-5 break-inside-avoid border-l-2 border-indigo pl-4">
      <span className="block font-semibold">{name} =</span>
      <span className="mt-2 flex items-center gap-3">
        <span className="min-w-0 text-center">
          <span className="block border-b border-current px-2 pb-1">{numerator}</span>
          <span className="sr-only relative"> {t("method.dividedBy")} </span>
          <span className="block px-2 pt-1">{denominator}</span>
        </span>
        <span aria-hidden="true" className="num whitespace-nowrap">
          × 100 %
        </span>
        <span className="sr-only relative"> {t("method.times")}</span>
      </span>
    </p>
  );
}
