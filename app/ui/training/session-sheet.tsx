import { PERSON_DAYS } from "~/domain/training/outcome";
import type { Session } from "~/domain/training/types";
import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";
import { SessionTime } from "./session-facts";

const LINES = 25;

/** What is printed for a session: a sheet for the wall with the code, and one to sign. */
export function SessionSheet(props: {
  session: Session;
  code: string;
  /** Drawn on the server. */
  qr: string;
}) {
  const t = useT();
  const mark = useMark();
  const { session, code, qr } = props;
  const title = t("training.sheetTitle", { title: mark(session.title, "vi") });
  return (
    <>
      <article className="print-sheet text-center">
        <h1 className="text-3xl">{title}</h1>
        <p className="mt-2 text-lg">
          <SessionTime session={session} />
        </p>
        <p className="text-lg">
          {mark(session.place, "vi")} · {mark(session.communeName, "vi")}
        </p>
        <h2 className="mt-6 text-2xl">{t("training.sheetHere")}</h2>
        <div
          className="mx-auto mt-4 w-full max-w-80 [&>svg]:block [&>svg]:h-auto [&>svg]:w-full"
          dangerouslySetInnerHTML={{ __html: qr }}
        />
        <p className="num mt-2 text-4xl font-bold tracking-wider">{code}</p>
        <p className="mx-auto mt-4 max-w-prose text-lg">{t("training.sheetHow")}</p>
      </article>
      <article className="print-sheet mt-10 break-before-page">
        <h2 className="text-2xl">{t("training.signTitle")}</h2>
        <p className="mt-1">
          {title} · <SessionTime session={session} /> · {mark(session.place, "vi")}
        </p>
        <SignTable />
        <p className="mt-2 text-sm">{t("training.signNote", { days: PERSON_DAYS })}</p>
      </article>
    </>
  );
}

function SignTable() {
  const t = useT();
  const heads = [
    t("training.signNumber"),
    t("training.signName"),
    t("training.signPlace"),
    t("training.signPhone"),
    t("training.signSign"),
  ];
  return (
    <table className="mt-3 w-full table-fixed border-collapse text-sm [&_:is(td,th)]:border [&_:is(td,th)]:border-ink [&_:is(td,th)]:px-1 [&_:is(td,th):first-child]:w-10 [&_:is(td,th):nth-child(2)]:w-[34%]">
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col" className="py-1 text-left">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {Array.from({ length: LINES }, (_, i) => (
          <tr key={i} className="h-9">
            <td className="num">{i + 1}</td>
            <td>&nbsp;</td>
            <td>&nbsp;</td>
            <td>&nbsp;</td>
            <td>&nbsp;</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
