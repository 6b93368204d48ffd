import { shownNameOf } from "../../../app/domain/reviews/shown-name";
import { DAY_MS, HOUR_MS } from "../../../app/platform/period";
import { createWeightedPick, type Random } from "./random";
import { REPLIES, SHIPPING_WORDS, wordKindOf, WORDS } from "./sample-words";
import type { SampleWriter } from "./sample-writer";
import type { SeededHousehold } from "./seed-households";
import type { SoldProduct } from "./seed-products";
import type { SampleUsers } from "./seed-users";
import { createPostInsert, type SampleDecision } from "./write-posts";

export type VoicesToSeed = {
  products: readonly SoldProduct[];
  users: SampleUsers;
  /** The household that the demo signs in to: some words wait for its answer. */
  desk: SeededHousehold;
};

// The newest deliveries are enough, however many orders there are.
const LINES_MAX = 4_000;
const REVIEW_SHARE = 0.3;
const UNCHECKED_MS = 48 * HOUR_MS;
const DESK_OPEN_MS = 40 * DAY_MS;
const pickStars = createWeightedPick([5, 4, 3, 2, 1], [58, 27, 9, 4, 2]);

type DeliveredLine = {
  id: string;
  productId: string;
  deliveredAt: number;
  buyerId: string | null;
  buyerName: string;
};

/** Reviews of delivered sample orders, most of them content, some with a household's reply, the newest unchecked. */
export function seedReviews(writer: SampleWriter, { products, users, desk }: VoicesToSeed): void {
  const { random, day } = writer;
  const insertPost = createPostInsert(writer);
  const officerId = users.department_officer.id;
  const productOf = new Map(products.map((product) => [product.id, product]));
  const words = createWords(random);
  const outOfOrder = oddOnes(officerId);

  for (const line of deliveredLines(writer)) {
    const product = productOf.get(line.productId);
    if (!product || !random.chance(REVIEW_SHARE)) continue;
    const writtenAt = line.deliveredAt + hours(random, 5, 200);
    if (writtenAt >= day.endsAt) continue;
    const stars = pickStars(random);
    const mood = moodOf(stars);
    const hasText = random.chance(mood === "good" ? 0.5 : 0.9);
    const odd = hasText && writtenAt < day.endsAt - 72 * HOUR_MS ? outOfOrder.shift() : undefined;
    const text = odd?.text ?? (hasText ? words(product, mood) : "");
    const isNamed = hasText && random.chance(0.45);
    const checkedAt = hasText ? writtenAt + hours(random, 2, 26) : writtenAt;
    // The department has not come to those of the last days.
    const isChecked = !hasText || writtenAt < day.endsAt - UNCHECKED_MS;
    const published = { to: "published", at: checkedAt, byId: hasText ? officerId : null } as const;
    const review = insertPost({
      kind: "review",
      productId: product.id,
      householdId: product.household.id,
      lineItemId: line.id,
      stars,
      text,
      shownName: isNamed ? shownNameOf(line.buyerName) : null,
      writtenAt,
      writerId: line.buyerId,
      decisions: odd?.decisions(checkedAt) ?? (isChecked ? [published] : []),
    });
    const isAnswered = review.status === "published" && random.chance(mood === "good" ? 0.2 : 0.75);
    const isForDesk = product.household.id === desk.id && writtenAt > day.endsAt - DESK_OPEN_MS;
    if (!hasText || !isAnswered || isForDesk || review.decidedAt === null) continue;
    const repliedAt = review.decidedAt + hours(random, 3, 50);
    if (repliedAt >= day.endsAt) continue;
    insertPost({
      kind: "reply",
      productId: product.id,
      householdId: product.household.id,
      parentId: review.id,
      text: replyTo(random, product, mood),
      shownName: null,
      writtenAt: repliedAt,
      writerId: product.household.memberId,
      decisions: [{ to: "published", at: repliedAt + hours(random, 2, 26), byId: officerId }],
    });
  }
  countStars(writer);
}

type Mood = "good" | "fair" | "poor";

function moodOf(stars: number): Mood {
  if (stars >= 4) return "good";
  return stars === 3 ? "fair" : "poor";
}

/** A sentence on the goods and mostly one on the parcel; those of one product take turns. */
function createWords(random: Random) {
  const turns = new Map<string, number>();
  return (product: SoldProduct, mood: Mood): string => {
    const kind = wordKindOf(product.details.set);
    const key = `${product.id} ${mood}`;
    const turn = turns.get(key) ?? random.whole(0, 9);
    turns.set(key, turn + 1);
    const sentences = WORDS[kind][mood];
    const sentence = sentences[turn % sentences.length] ?? "";
    if (kind === "stay" || random.chance(0.3)) return sentence;
    return `${sentence} ${random.pick(SHIPPING_WORDS[mood])}`;
  };
}

function replyTo(random: Random, product: SoldProduct, mood: Mood): string {
  const isStay = wordKindOf(product.details.set) === "stay";
  return random.pick(REPLIES[isStay ? (`${mood}Stay` as const) : mood]);
}

type Odd = { text: string; decisions: (at: number) => SampleDecision[] };

/** One that was refused and one that was taken down, so that their lists are not empty. */
function oddOnes(byId: string): Odd[] {
  return [
    {
      text: "Chỗ tôi bán rẻ hơn, nhắn Zalo 0900 123 456 nhé.",
      decisions: (at) => [{ to: "refused", at, reason: "contact_or_advert", byId }],
    },
    {
      text: "Dùng nửa tháng là khỏi hẳn bệnh dạ dày, khỏi cần đi viện.",
      decisions: (at) => [
        { to: "published", at, byId },
        { to: "taken_down", at: at + 20 * HOUR_MS, reason: "health_claim", byId },
      ],
    },
  ];
}

function deliveredLines({ connection }: SampleWriter): DeliveredLine[] {
  return connection.writer
    .prepare<[number], DeliveredLine>(
      `SELECT l.id, l.product_id AS productId, o.delivered_at AS deliveredAt, c.buyer_id AS buyerId,
         c.buyer_name AS buyerName
       FROM orders o JOIN line_items l ON l.order_id = o.id JOIN checkouts c ON c.id = o.checkout_id
       WHERE o.delivered_on IS NOT NULL ORDER BY o.delivered_on DESC, o.id, l.id LIMIT ?`,
    )
    .all(LINES_MAX);
}

/** What `recount-rating` would have kept. */
function countStars({ connection }: SampleWriter): void {
  connection.writer.exec(
    `INSERT INTO product_ratings
       (product_id, star1_count, star2_count, star3_count, star4_count, star5_count, text_count)
     SELECT product_id, sum(stars = 1), sum(stars = 2), sum(stars = 3), sum(stars = 4), sum(stars = 5), sum(has_text)
     FROM posts WHERE kind = 'review' AND status = 'published' GROUP BY product_id`,
  );
}

function hours(random: Random, from: number, to: number): number {
  return random.whole(from * HOUR_MS, to * HOUR_MS);
}
