// How much is known of the holidays of the years in sight.

/** All; none at all; or what is certain, of a year whose list is still to come. */
export type HolidaysKnown = "known" | "none" | { readonly openYear: number };
