import { DAY_MS, HOUR_MS } from "../../../app/platform/period";
import type { Random } from "./random";
import { wordKindOf, WORDS } from "./sample-words";
import type { SampleWriter } from "./sample-writer";
import type { VoicesToSeed } from "./seed-reviews";
import { createPostInsert } from "./write-posts";

const PRODUCTS_ASKED_ABOUT = 24;
const ASKERS = ["Lan", "Anh Tuấn", "Chị Hoa", "Minh", "", "", ""];
/** Asked on the last day, so that the department has something to read; one shows what the filter marks. */
const NEWEST = [
  "Tết này có nhận đặt trước không ạ?",
  "Shop cho xin số, hoặc gọi mình 0900 123 456 để đặt nhiều.",
  "Có hộp quà để biếu không?",
] as const;

/** A reader of the English pages asks in English, and is answered so; it shows among the Vietnamese, marked as English. */
const ENGLISH = {
  question: "Can this be sent to Ho Chi Minh City, and how long does it take?",
  answer: "Yes, it can. A parcel takes four to six days.",
} as const;

/** Questions about what sells best; on the demo's own desk some still wait for an answer. */
export function seedQuestions(writer: SampleWriter, { products, users, desk }: VoicesToSeed): void {
  const { random, day } = writer;
  const insertPost = createPostInsert(writer);
  const byId = users.department_officer.id;
  const popular = products
    .toSorted((a, b) => b.details.popularity - a.details.popularity)
    .slice(0, PRODUCTS_ASKED_ABOUT);
  for (const product of popular) {
    const subject = { productId: product.id, householdId: product.household.id };
    const { questions } = WORDS[wordKindOf(product.details.set)];
    const isDesk = product.household.id === desk.id;
    const askedCount = isDesk ? questions.length : random.whole(1, 3);
    for (const [index, [text = "", answer = ""]] of questions.slice(0, askedCount).entries()) {
      const writtenAt = day.endsAt - random.whole(3 * DAY_MS, 110 * DAY_MS);
      const checkedAt = writtenAt + hours(random, 2, 26);
      const { id } = insertPost({
        kind: "question",
        ...subject,
        text,
        shownName: random.pick(ASKERS) || null,
        writtenAt,
        writerId: null,
        decisions: [{ to: "published", at: checkedAt, byId }],
      });
      if (isDesk ? index > 0 : random.chance(0.25)) continue;
      const answeredAt = checkedAt + hours(random, 2, 40);
      if (answeredAt >= day.endsAt) continue;
      insertPost({
        kind: "answer",
        ...subject,
        parentId: id,
        text: answer,
        shownName: null,
        writtenAt: answeredAt,
        writerId: product.household.memberId,
        decisions: [{ to: "published", at: answeredAt + hours(random, 1, 20), byId }],
      });
    }
  }
  for (const [index, text] of NEWEST.entries()) {
    const product = popular[index];
    if (!product) continue;
    insertPost({
      kind: "question",
      productId: product.id,
      householdId: product.household.id,
      text,
      shownName: null,
      writtenAt: day.endsAt - hours(random, 1, 14),
      writerId: null,
      decisions: [],
    });
  }
  askInEnglish(writer, popular[1], byId);
}

function askInEnglish(
  writer: SampleWriter,
  product: VoicesToSeed["products"][number] | undefined,
  byId: string,
): void {
  if (!product) return;
  const insertPost = createPostInsert(writer);
  const subject = {
    productId: product.id,
    householdId: product.household.id,
    language: "en",
  } as const;
  const askedAt = writer.day.endsAt - 6 * DAY_MS;
  const { id } = insertPost({
    ...subject,
    kind: "question",
    text: ENGLISH.question,
    shownName: "Emma",
    writtenAt: askedAt,
    writerId: null,
    decisions: [{ to: "published", at: askedAt + 5 * HOUR_MS, byId }],
  });
  insertPost({
    ...subject,
    kind: "answer",
    parentId: id,
    text: ENGLISH.answer,
    shownName: null,
    writtenAt: askedAt + DAY_MS,
    writerId: product.household.memberId,
    decisions: [{ to: "published", at: askedAt + DAY_MS + 5 * HOUR_MS, byId }],
  });
}

function hours(random: Random, from: number, to: number): number {
  return random.whole(from * HOUR_MS, to * HOUR_MS);
}
