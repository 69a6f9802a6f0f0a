// The kinds of CRM that are read: what each is called, which settings it needs, and how it is made of them.
import { aboutFxiaoke, createFxiaoke, readFxiaoke } from "#adapters/crm/fxiaoke/index";
import type { SettingsRead, Variables } from "#adapters/crm/http/read-settings";
import { aboutZoho, createZoho, readZoho } from "#adapters/crm/zoho/index";
import type { Crm, CrmAbout, CrmOffer, CrmPorts } from "#src/ports/crm";

/** A CRM there may be; null where it cannot be opened for that organisation. */
export interface Known {
  readonly offer: CrmOffer;
  readonly open: (organisation: string) => Crm | null;
}

interface Lacking {
  readonly missing: readonly string[];
  readonly wrong: readonly { readonly name: string; readonly why: string }[];
}

/** One kind; what its settings are, it alone knows. */
export interface Kind {
  readonly about: CrmAbout;
  /** Of two settings either of which does: whoever enters one gives up the other. */
  readonly either: readonly [string, string];
  readonly lacking: (from: Variables) => Lacking;
  readonly open: (from: Variables, ports: CrmPorts) => Crm | null;
}

function kind<T>(
  about: CrmAbout,
  either: readonly [string, string],
  read: (from: Variables) => SettingsRead<T>,
  create: (settings: T, ports: CrmPorts) => Crm,
): Kind {
  return {
    about,
    either,
    lacking(from) {
      const found = read(from);
      return "settings" in found ? { missing: [], wrong: [] } : found;
    },
    open(from, ports) {
      const found = read(from);
      return "settings" in found ? create(found.settings, ports) : null;
    },
  };
}

export const kinds: readonly Kind[] = [
  kind(aboutZoho, ["ZOHO_GRANT_CODE", "ZOHO_REFRESH_TOKEN"], readZoho, createZoho),
  kind(aboutFxiaoke, ["FXIAOKE_USER_ID", "FXIAOKE_MOBILE"], readFxiaoke, createFxiaoke),
];
