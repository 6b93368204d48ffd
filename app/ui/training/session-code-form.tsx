import { useT } from "~/ui/site";

/** Where the code of the sheet is typed. */
export function SessionCodeForm(props: {
  action: string;
  typed: string;
  /** The household of the page, where a person has several. */
  household: string | undefined;
}) {
  const t = useT();
  return (
    <form method="get" action={props.action} className="my-4">
      {props.household === undefined ? null : (
        <input type="hidden" name="household" value={props.household} />
      )}
      <label>
        <span className="font-semibold">{t("training.deskCode")}</span>
        <span className="block text-sm text-soft">{t("training.deskCodeHint")}</span>
        <input
          name="code"
          defaultValue={props.typed}
          maxLength={200}
          autoComplete="off"
          autoCapitalize="characters"
          className="num mt-1"
        />
      </label>
      <button className="button button-main mt-3 w-full">{t("training.deskCodeSubmit")}</button>
    </form>
  );
}
