import type { ProfileStatus } from "./profile-status";

export type HouseholdPicture = {
  id: string;
  width: number;
  height: number;
  widths: readonly number[];
};

export type ProfileWords = { story: string; storyEn: string };

/** What a household shows, and what it last sent. */
export type OwnProfile = {
  householdId: string;
  slug: string;
  name: string;
  shown: ProfileWords & { photo: HouseholdPicture | null };
  /** The last one sent, whatever became of it; null before the first. */
  sent:
    | (ProfileWords & {
        status: ProfileStatus;
        photo: HouseholdPicture | null;
        reason: string | null;
        sentAt: number;
      })
    | null;
};

/** A profile that waits, beside what is shown now. */
export type WaitingProfile = {
  id: string;
  householdSlug: string;
  householdName: string;
  communeName: string;
  before: ProfileWords & { photo: HouseholdPicture | null };
  after: ProfileWords & { photo: HouseholdPicture | null };
  waitingSince: number;
};
