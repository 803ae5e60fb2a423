/** Small words that prose is full of and menus are not. Written for this project; lists are the most frequent function words of each language. */

const LISTS: Readonly<Record<string, string>> = {
  en: 'the of and to in a is that for it as was with be by on not he his but at are this have from or had an they which one you were all her she there would their we him been has when who will no more if out so said what up its about than into them can only other time new some could these two may first then do any my now such like our over me even most made after also did many off before must well back through years where much your way down should because each just those mr how too',
  de: 'der die das und in zu den von mit ist des sich im nicht ein eine auf für dem als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde wenn können ich ihre seine wir dann unter schon gegen ihr vom kann sagte',
  fr: 'de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont la avec ou son mais nous aux comme cette ces ses été elle on leur deux sa ont était être fait même aussi sans tout bien peut encore entre leurs dont après selon',
  es: 'de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me si sin sobre este ya entre cuando todo esta ser son dos también fue había era muy años hasta desde está mi porque qué sólo han yo hay vez puede todos así nos ni parte tiene él uno donde bien tiempo según',
  it: 'di e il la che in a per un è una del non si da le con i al sono ha della come dei più nel alla anche lo ma gli delle dal ed se su ci o questo suo nella era stato tra loro dopo degli essere quando dalla questa hanno così fa sia due molto prima solo',
  pt: 'de a o que e do da em um para com não uma os no se na por mais as dos como mas ao ele das à seu sua ou quando muito nos já eu também só pelo pela até isso ela entre depois sem mesmo aos seus quem nas me esse eles você foi são ser está tem era segundo',
  nl: 'de en van het een in is dat op te zijn met voor niet aan er om ook als door maar bij of uit nog naar heeft die dan over ze hij was tot werd worden wordt kan meer geen al wel deze zo had hun we je ik dit onder volgens',
  sv: 'och i att det som en på är av för med till den har de inte om ett han men var jag sig från vi så kan när år under också efter eller nu sin där vid mot ska skulle kommer ut får finns vara hade alla andra mycket',
  no: 'og i det er på som en for av til å med at den har de ikke om et han men var jeg seg fra vi så kan når år under også etter eller nå sin der ved mot skal skulle kommer ut får være hadde alle andre mye',
  da: 'og i det er på som en for af til at med den har de ikke om et han men var jeg sig fra vi så kan når år under også efter eller nu sin der ved mod skal skulle kommer ud får være havde alle andre meget',
  fi: 'ja on ei se että oli hän mutta ovat myös kun niin kuin ole tai joka ne sen jo voi vain mukaan hänen jos olla joten nyt sekä siitä tämä ollut mikä jotka vielä',
  pl: 'w i na z się do nie że to jest o za po od jak a przez dla oraz ale co są tym już jego tak które który tego czy ich być był może tylko jej przed pod która także roku przy',
  cs: 'a se v na je že o s z do i to za k po pro ve jako by ale od jsou tak při které který si už jeho podle až než také má byl být však jen roku',
  ru: 'и в не на что с он по как это но к из у за от так о же для его до бы а все она они мы при был было были или если также после уже еще только когда чтобы которые который этого году',
  uk: 'і в не на що з він по як це але до із у за від так про же для його б а все вона вони ми при був було були або якщо також після вже ще тільки коли щоб які який цього року та',
  tr: 've bir bu da de için ile olarak olan çok daha gibi kadar sonra en ise ancak o ne her var olduğunu değil göre ya mi ki',
  ms: 'yang dan di ini itu dengan untuk dari pada tidak dalam akan juga ke karena ada oleh saat atau telah bisa sebagai mereka kami saya lebih dapat kata menjadi sudah tersebut bahwa adalah seperti',
  ar: 'في من على إلى أن عن التي الذي هذا هذه ما لا مع كان كما قد بعد أو بين ذلك قبل كل حيث منذ خلال وقال هو هي',
  ro: 'de și în a la cu pe nu o că din care pentru mai este un s-a au fi ce sunt prin dar după se al ale am fost această',
  hu: 'a az és hogy nem is egy meg de ez csak volt el már még mint vagy ki azt kell majd lesz szerint után',
  el: 'και το να του της η ο την που από με για στην τα των σε οι στο τον θα είναι τις στη δεν ότι τους μια ένα',
};

const SETS = new Map<string, ReadonlySet<string>>(Object.entries(LISTS).map(([code, list]) => [code, new Set(list.split(' '))]));

/** A page with fewer prose words than this cannot show its own function words. */
const MIN_PROSE_WORDS = 150;
const PAGE_TOP = 40;

/** The list of the language; without one, the page's own most frequent words in its long lines. */
export function functionWords(language: string, lines: readonly (readonly string[])[]): ReadonlySet<string> {
  const known = SETS.get(language);
  if (known !== undefined) {
    return known;
  }
  const counts = new Map<string, number>();
  let total = 0;
  for (const line of lines) {
    if (line.length < 12) {
      continue;
    }
    for (const word of line) {
      const lower = word.toLowerCase();
      counts.set(lower, (counts.get(lower) ?? 0) + 1);
      total++;
    }
  }
  if (total < MIN_PROSE_WORDS) {
    return SETS.get('en')!;
  }
  return new Set(
    [...counts]
      .filter(([, count]) => count > 1)
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, PAGE_TOP)
      .map(([word]) => word),
  );
}
