import data from '../../data/places.json' with { type: 'json' };
import { REGIONS, canonicalAuthority, regionOf } from '../text/authority-names.ts';
import type { Region } from '../text/authority-names.ts';
import { withoutSpaces } from '../text/spaces.ts';

/** A city, prefecture or autonomous prefecture: 伊犁哈萨克自治州, short 伊犁, in 新疆维吾尔自治区. */
export interface Place {
  name: string;
  short: string | null;
  region: string;
}

/** Where a text speaks from: what 自治区, 省, 自治州, 州直 and a bare 第239号令 mean in it. */
export interface Home {
  region: Region | null;
  place: Place | null;
  /** Full name of the body that issued the text, or else whose gazette it is. */
  authority: string | null;
}

/** For a text of which nobody knows where it comes from: nothing is made whole. */
export const NOWHERE: Home = { region: null, place: null, authority: null };

export const PLACES: readonly Place[] = data.places;

/**
 * The home of a text. Reads the gazette's name and the issuing authorities, and when they name no region the texts that
 * follow (the title): 伊犁州人民政府办公室 alone (伊犁政报 2024) gives the place 伊犁哈萨克自治州 and the region 新疆维吾尔自治区.
 */
export function homeOf(gazette: string | null, authorities: readonly string[], title: string | null): Home {
  const authority = authorities[0] ?? null;
  for (const name of [gazette, ...authorities, title]) {
    if (name === null) continue;
    const region = regionOf(name);
    const place = placeIn(name, region);
    if (region === null && place === null) continue;
    const home = region ?? REGIONS.find((candidate) => candidate.name === place?.region) ?? null;
    const issuer = authority ?? gazette?.replace(/(?:公报|政报|公告)$/u, '') ?? null;
    return { region: home, place, authority: issuer === null ? null : canonicalAuthority(issuer, home) };
  }
  return { region: null, place: null, authority: authority === null ? null : canonicalAuthority(authority) };
}

/** The place that a name begins with, if need be behind its region: 新疆维吾尔自治区伊犁哈萨克自治州…, 伊犁州…. */
function placeIn(name: string, region: Region | null): Place | null {
  const bare = withoutSpaces(name);
  const rest = region === null ? bare : bare.replace(new RegExp(`^(?:${region.name}|${region.short}省?)`, 'u'), '');
  return (
    PLACES.find((place) => rest.startsWith(place.name)) ?? PLACES.find((place) => startsShort(rest, place)) ?? null
  );
}

function startsShort(name: string, place: Place): boolean {
  return place.short !== null && place.name.endsWith('自治州') && name.startsWith(`${place.short}州`);
}
