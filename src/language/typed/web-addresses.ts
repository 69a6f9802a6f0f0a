// Web addresses in what people typed, as chat clients find them: http and https, to where a sentence would go on.

const address =
  /(?<![\p{L}\p{N}])https?:\/\/[^\s<>"'()[\]{}|\\^`\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF]+/giu;
/** Platforms take 2,000 and more. */
const longest = 2_000;

export interface WebAddress {
  readonly at: number;
  readonly url: string;
}

export function webAddressesIn(text: string): readonly WebAddress[] {
  if (!text.includes("://")) return [];
  return [...text.matchAll(address)].flatMap(({ 0: found, index: at }) => {
    const url = withoutEnd(found);
    return url.length <= longest && URL.canParse(url) ? [{ at, url }] : [];
  });
}

/** What ends the sentence is none of it. */
function withoutEnd(found: string): string {
  let end = found.length;
  while (end > 0 && ".,;:!?*_~".includes(found.charAt(end - 1))) end--;
  return found.slice(0, end);
}

/** To tell whether somebody wrote an address as it is. */
export const bareAddress = (address: string): string =>
  address
    .toLowerCase()
    .replace(/^https?:\/\//, "")
    .replace(/\/$/, "");
