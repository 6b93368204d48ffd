import type { CollectionWords } from "~/domain/catalog/types-collection";
import type { ComputedKey } from "~/domain/catalog/computed-collections";
import type { Mark } from "~/ui/in-language";
import type { Translate } from "~/web/i18n";

type Described =
  { words: CollectionWords; computed: null } | { words: null; computed: ComputedKey };

const asItIs: Mark = (text) => text;

/** What a collection is called and says, whether the department wrote it or it follows from a rule. */
export function collectionWords(
  t: Translate,
  { words, computed }: Described,
  mark: Mark = asItIs,
): Pick<CollectionWords, "name" | "intro" | "criterion"> {
  if (words) {
    const { name, intro, criterion, languages } = words;
    return {
      name: mark(name, languages.name),
      intro: mark(intro, languages.intro),
      criterion: mark(criterion, languages.criterion),
    };
  }
  return {
    name: t(`collections.name_${computed}`),
    intro: t(`collections.intro_${computed}`),
    criterion: t(`collections.criterion_${computed}`),
  };
}
