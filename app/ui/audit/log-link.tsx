import type { SubjectKind } from "~/domain/audit/subject-kinds";
import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";

/**
 * To all that the log says of a thing, or of a household: what was done to it and in its name.
 * @param props.subject as an officer would type it
 * @param props.name where a page is about several
 */
export function LogLink(props: { kind: SubjectKind; subject: string; name?: string }) {
  const t = useT();
  const mark = useMark();
  const { kind, subject, name } = props;
  const href = kind === "household" ? { household: subject } : { kind, subject };
  return (
    <p className="no-print">
      <a href={paths.audit(href)} className="inline-flex min-h-12 items-center underline">
        <span>
          {name === undefined ? t("audit.toLog") : t("audit.toLogOf", { name: mark(name, "vi") })}
        </span>
      </a>
    </p>
  );
}
