/**
 * What signing does with single words: drop them, read them as a number, or take another spelling of them as the same word.
 * One look-up a word, keyed by the hash that signing computes while it reads the letters.
 * The lists are general knowledge (function words; American against British usage), not taken from any data set.
 */

export const HASH_START = 0x811c9dc5 | 0;
export const HASH_STEP = 0x01000193;

/** FNV-1a over folded UTF-16 code units; signing runs the same steps inline. */
export function hashWord(word: string): number {
  let hash = HASH_START;
  for (let index = 0; index < word.length; index += 1) hash = Math.imul(hash ^ word.charCodeAt(index), HASH_STEP);
  return hash;
}

/** Words too common to tell one text from another; about 40 % of running English. */
const DROPPED = `the of to a an in and on for that is was with as at by it its from be been being are were has have had this these those
  he she him her his they them their theirs we us our ours you your yours i me my mine who whom which what will would an or but if so
  than then there here into over per not no do does did`;

const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety';
/** Counts that are written as words only; an update changes them as it changes figures. */
const COUNTS = 'dozen dozens hundred hundreds thousand thousands';

const MONTHS = `january jan, february feb, march mar, april apr, may, june jun, july jul, august aug, september sept sep, october oct,
  november nov, december dec`;

const WEEKDAYS = 'monday tuesday wednesday thursday friday saturday sunday';

/** "american british [endings of both]"; no brackets: the words as they stand. */
const SPELLINGS = `color colour [s ed ing ful less], honor honour [s ed ing able], labor labour [s ed ing er ers], neighbor neighbour [s ing hood hoods],
  favor favour [s ed ing able ite ites], behavior behaviour [s al], rumor rumour [s ed], humor humour [s], harbor harbour [s ed ing],
  endeavor endeavour [s], flavor flavour [s ed], vigor vigour, parlor parlour [s], armor armour [ed], tumor tumour [s], savior saviour [s],
  glamor glamour, defense defence [s less], offense offence [s], license licence [s], pretense pretence [s], practise practice [s],
  center centre [s], centered centred, theater theatre [s], meter metre [s], kilometer kilometre [s], centimeter centimetre [s],
  millimeter millimetre [s], liter litre [s], fiber fibre [s], somber sombre, caliber calibre, specter spectre [s], program programme [s],
  catalog catalogue [s], dialog dialogue [s], analog analogue, gray grey [s], tire tyre [s], plow plough [s ed ing], check cheque [s],
  jewelry jewellery, mom mum [s], airplane aeroplane [s], aluminum aluminium, mustache moustache [s], pajamas pyjamas, cozy cosy,
  skeptic sceptic [s al ism], mold mould [s y], draft draught [s], curb kerb [s], story storey, pediatric paediatric [s ian ians],
  maneuver manoeuvre [s], maneuvered manoeuvred, maneuvering manoeuvring, anesthetic anaesthetic [s], estrogen oestrogen, fetus foetus,
  diarrhea diarrhoea, leukemia leukaemia, encyclopedia encyclopaedia [s], traveled travelled, traveling travelling, traveler traveller [s],
  canceled cancelled, canceling cancelling, fueled fuelled, fueling fuelling, labeled labelled, labeling labelling, modeled modelled,
  modeling modelling, signaled signalled, signaling signalling, counselor counsellor [s], jeweler jeweller [s], enroll enrol [s ment],
  fulfill fulfil [s ment], skillful skilful, marvelous marvellous, marveled marvelled, quarreled quarrelled, leveled levelled,
  totaled totalled, totaling totalling, dialed dialled, channeled channelled, appall appal [s], learned learnt, burned burnt,
  dreamed dreamt, spelled spelt, spilled spilt, leaped leapt, toward towards, afterward afterwards, forward forwards, backward backwards,
  upward upwards, downward downwards, among amongst, while whilst, judgment judgement [s], aging ageing, likable likeable,
  acknowledgment acknowledgement, artifact artefact [s], inquiry enquiry, inquiries enquiries, specialty speciality, okay ok,
  spokesperson spokesman, soccer football, vacation holiday [s], gasoline petrol, attorney lawyer [s], elevator lift [s],
  sidewalk pavement [s], truck lorry, trucks lorries, percent cent, percent pct`;

/** Verbs in -ize or -ise and in -yze or -yse. */
const IZE_STEMS = `organ reorgan recogn real critic apolog author emphas minim maxim final general modern mobil neutral normal penal priorit privat
  publ sanit scrutin special stabil standard summar symbol sympath terror util victim visual character civil categor central colon commercial
  computer crystal custom democrat digit econom energ equal familiar fertil formal global harmon hospital ideal industrial international
  jeopard legal liberal local marginal material memor mesmer militar monopol moral national optim patron personal polar popular radical
  rational regular revital revolution romantic serial social subsid synchron tantal trivial urban vandal weapon`;
const IZE_ENDINGS = 'ise ised ises ising isation isations iser isers isational';
const YZE_STEMS = 'anal paral catal electrol';
const YZE_ENDINGS = 'yse ysed yses ysing yser ysers';

/** Words that newsletters, paywalls, comment boxes and copyright lines live on, and that news uses now and then. */
const FURNITURE_WORDS = `newsletter newsletters inbox subscribe subscribed subscriber subscribers unsubscribe subscription subscriptions login log logged
  privacy cookie cookies terms comment comments copyright rights reserved reproduced redistributed rewritten broadcast podcast podcasts
  notification notifications donate donation advert advertise advertisement advertising membership account email browser facebook
  instagram twitter youtube telegram whatsapp follow followers spam crossword moderate moderated accessibility corrections articles
  reply publisher permission unlimited sign click tap app free website poll download share journalism contribution notified registered
  material policy readers views expressed newsroom editing syndicated stories story newspaper homepage`;

/** What to do with a word. The value that goes with it stands in an array of its own. */
export const KEEP = 0;
export const DROP = 1;
export const SAME_AS = 2;
export const NUMBER = 3;
/** A multiple of ten that may go on with a unit: "twenty-five". */
export const TEN = 4;
export const MONTH = 5;
/** A word of page furniture: kept, but a short paragraph full of them is left out of the signature. */
export const FURNITURE = 6;

/** A day of the week: no name. */
export const WEEKDAY = 7;

/** Open addressing over 4,096 slots; the lists fill under half of it. */
const SLOTS = 4096;
const keys = new Int32Array(SLOTS);
const actions = new Uint8Array(SLOTS);
const values = new Int32Array(SLOTS);

const slotOf = (hash: number): number => (hash ^ (hash >>> 15)) & (SLOTS - 1);

function put(word: string, action: number, value = 0): void {
  const hash = hashWord(word);
  let slot = slotOf(hash);
  while (actions[slot] !== KEEP && keys[slot] !== hash) slot = (slot + 1) & (SLOTS - 1);
  keys[slot] = hash;
  actions[slot] = action;
  values[slot] = value;
}

const listed = (text: string): string[] => text.trim().split(/\s+/);

for (const stem of listed(IZE_STEMS))
  for (const end of listed(IZE_ENDINGS)) put(stem + end, SAME_AS, hashWord(stem + end.replace('s', 'z')));
for (const stem of listed(YZE_STEMS))
  for (const end of listed(YZE_ENDINGS)) put(stem + end, SAME_AS, hashWord(stem + end.replace('s', 'z')));
for (const entry of SPELLINGS.split(',')) {
  const [american = '', british = '', ...endings] = listed(entry.replaceAll(/[[\]]/g, ' '));
  for (const end of ['', ...endings]) put(british + end, SAME_AS, hashWord(american + end));
}
for (const [value, word] of listed(UNITS).entries()) put(word, NUMBER, hashWord(String(value)));
for (const [index, word] of listed(TENS).entries()) put(word, TEN, index + 2);
for (const word of listed(COUNTS)) put(word, NUMBER, hashWord(word));
for (const month of MONTHS.split(',')) for (const name of listed(month)) put(name, MONTH, hashWord(listed(month)[0] ?? ''));
for (const word of listed(WEEKDAYS)) put(word, WEEKDAY);
for (const word of listed(FURNITURE_WORDS)) put(word, FURNITURE);
for (const word of listed(DROPPED)) put(word, DROP);

/** The slot of a listed word, or -1. */
export function lookUp(hash: number): number {
  let slot = slotOf(hash);
  while (actions[slot] !== KEEP) {
    if (keys[slot] === hash) return slot;
    slot = (slot + 1) & (SLOTS - 1);
  }
  return -1;
}

export const actionAt = (slot: number): number => actions[slot] ?? KEEP;
export const valueAt = (slot: number): number => values[slot] ?? 0;
