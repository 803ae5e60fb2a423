/** News agencies and feeds: the name to print, and the short forms that datelines and credit lines use. General knowledge. */

const AGENCIES: readonly (readonly [name: string, ...others: string[]])[] = [
  ['Reuters', 'Thomson Reuters'],
  ['The Associated Press', 'AP', 'Associated Press'],
  ['Agence France-Presse', 'AFP', 'Agence France Presse'],
  ['PA Media', 'PA', 'Press Association', 'PA News Agency'],
  ['dpa', 'DPA', 'Deutsche Presse-Agentur', 'dpa International'],
  ['Press Trust of India', 'PTI'],
  ['ANI', 'Asian News International'],
  ['IANS', 'Indo-Asian News Service'],
  ['UNI', 'United News of India'],
  ['Xinhua', 'Xinhua News Agency'],
  ['UPI', 'United Press International'],
  ['Bloomberg', 'Bloomberg News'],
  ['TASS', 'Itar-Tass', 'Tass News Agency'],
  ['Interfax'],
  ['RIA Novosti', 'RIA'],
  ['Ukrinform'],
  ['Interfax-Ukraine'],
  ['EFE', 'EFE News Agency', 'Agencia EFE'],
  ['ANSA', 'Agenzia ANSA'],
  ['Kyodo News', 'Kyodo'],
  ['Jiji Press', 'Jiji'],
  ['Yonhap', 'Yonhap News Agency'],
  ['AAP', 'Australian Associated Press'],
  ['The Canadian Press', 'CP', 'Canadian Press'],
  ['Anadolu Agency', 'Anadolu', 'AA', 'Anadolu Ajansi'],
  ['APA', 'Austria Presse Agentur'],
  ['Belga', 'Belga News Agency'],
  ['Ritzau'],
  ['NTB'],
  ['TT', 'TT News Agency'],
  ['STT'],
  ['PAP', 'Polish Press Agency'],
  ['CTK'],
  ['MTI'],
  ['Tanjug'],
  ['Agerpres'],
  ['BTA'],
  ['Lusa'],
  ['MENA', 'Middle East News Agency'],
  ['WAM', 'Emirates News Agency'],
  ['SPA', 'Saudi Press Agency'],
  ['IRNA', 'Islamic Republic News Agency'],
  ['Bernama'],
  ['Antara'],
  ['Vietnam News Agency', 'VNA'],
  ['Philippine News Agency', 'PNA'],
  ['CNA', 'Central News Agency'],
  ['News Agency of Nigeria', 'NAN'],
  ['Ghana News Agency', 'GNA'],
  ['SAnews'],
  ['Inter Press Service', 'IPS'],
  ['Tribune News Service', 'TNS', 'Tribune Content Agency'],
  ['States Newsroom'],
  ['StatePoint'],
  ['Stacker'],
  ['Cover Media'],
  ['BANG Showbiz'],
  ['SWNS'],
  ['Local Democracy Reporting Service', 'LDRS'],
  ['Kaiser Health News', 'KFF Health News'],
  ['ProPublica'],
  ['The Conversation'],
  ['Zenger News'],
  ['The Center Square'],
  ['Dow Jones Newswires', 'Dow Jones'],
  ['MarketWatch'],
  ['PR Newswire'],
  ['Business Wire'],
  ['GlobeNewswire'],
];

/** Papers, sites and broadcasters that credit lines often name; they serve to read a name that a scanner has spoilt, never to find one. */
const NEWSROOMS = [
  'Washington Post', 'New York Times', 'BBC News', 'BBC', 'The Guardian', 'CNN', 'Los Angeles Times', 'NPR', 'Al Jazeera', 'NDTV', 'Fox News',
  'The Daily Beast', 'Politico', 'The Independent', 'ABC News', 'CBS News', 'NBC News', 'USA Today', 'Wall Street Journal', 'Financial Times',
  'The Times', 'The Telegraph', 'Daily Mail', 'The Sun', 'Daily Mirror', 'Sky News', 'The Economist', 'Time', 'Newsweek', 'The Atlantic',
  'The New Yorker', 'Forbes', 'Business Insider', 'Axios', 'The Hill', 'Vox', 'Chicago Tribune', 'Boston Globe', 'Miami Herald',
  'San Francisco Chronicle', 'Deutsche Welle', 'France 24', 'Le Monde', 'Der Spiegel', 'El País', 'The Hindu', 'Hindustan Times',
  'Times of India', 'Indian Express', 'South China Morning Post', 'The Straits Times', 'Channel News Asia', 'Japan Times', 'Sydney Morning Herald',
  'Globe and Mail', 'Toronto Star', 'CBC News', 'Kyiv Independent', 'Kyiv Post', 'Moscow Times', 'Radio Free Europe', 'Voice of America',
  'Jerusalem Post', 'Times of Israel', 'Haaretz', 'Al Arabiya', 'Arab News', 'Daily Nation', 'Mail & Guardian', 'HuffPost', 'Vice', 'Wired',
]; // prettier-ignore

const byForm = new Map<string, string>();
for (const [name, ...others] of AGENCIES) for (const form of [name, ...others]) byForm.set(form.toLowerCase(), name);
const newsroomNames = new Map(NEWSROOMS.map((name) => [name.toLowerCase(), name]));

/** The agency that a name stands for, or undefined. Short forms must be written in capitals ("AP", not "ap"). */
export function agencyNamed(text: string): string | undefined {
  const name = text.trim().replace(/^the (?=associated|canadian)/i, '');
  const found = byForm.get(name.toLowerCase());
  return found !== undefined && name.length <= 4 && name !== name.toUpperCase() && name !== found ? undefined : found;
}

/** A name that a scanner or a thumb has spoilt, read as the one known newsroom it can be: one wrong letter in four to eleven, two in more. */
export function knownNewsroom(text: string): string | undefined {
  const wanted = text.trim().toLowerCase();
  const exact = newsroomNames.get(wanted) ?? byForm.get(wanted);
  if (exact !== undefined || wanted.length < 4 || wanted.length > 40) return exact;
  const allowed = wanted.length < 12 ? 1 : 2;
  let found: string | undefined;
  for (const [form, name] of [...byForm, ...newsroomNames]) {
    if (form.length < 4 || Math.abs(form.length - wanted.length) > allowed || distance(form, wanted) > allowed) continue;
    if (found !== undefined && found !== name) return undefined;
    found = name;
  }
  return found;
}

/** Levenshtein distance. */
export function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const swap = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current[j] = Math.min(swap, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1);
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
