import type { NoteRow } from "~/domain/settlement/types-reconciliation";
import { LocalTime } from "~/ui/primitives/local-time";
import { useT } from "~/ui/site";

/** All that officers wrote to it, newest first. */
export function DifferenceNotes({ notes }: { notes: readonly NoteRow[] }) {
  const t = useT();
  return (
    <section className="mt-8" aria-labelledby="notes">
      <h2 id="notes" className="text-xl">
        {t("reconciliation.notesTitle")}
      </h2>
      {notes.length === 0 ? <p className="text-soft">{t("reconciliation.notesEmpty")}</p> : null}
      <ul className="mt-2">
        {notes.map((note) => (
          <li key={`${note.notedAt} ${note.note}`} className="border-t border-line py-2">
            <p className="wrap-anywhere">{note.note}</p>
            <p className="text-sm text-soft">
              {note.notedByName} · <LocalTime instant={note.notedAt} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
