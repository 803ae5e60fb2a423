import { describe, expect, test } from 'vitest';
import { readArticle } from '../../src/index.ts';
import { findQuotations } from '../../src/quotes/quotes.ts';
import { articleOf, read, said } from './article.ts';

interface Case {
  readonly name: string;
  readonly text: string;
  readonly expected: readonly string[];
}

describe('after the quotation', () => {
  test.each<Case>([
    { name: 'subject verb', text: '“It is open,” Ann Lee said on Monday.', expected: ['It is open, <- Ann Lee'] },
    { name: 'verb subject', text: '“It is open,” said Ann Lee, the mayor.', expected: ['It is open, <- Ann Lee'] },
    { name: 'with an apposition', text: '“It is open,” Ann Lee, the mayor of Troy, told reporters.', expected: ['It is open, <- Ann Lee'] },
    { name: 'told takes a hearer, not a subject', text: '“It is open,” Ann Lee, 52, told Bob Ray.', expected: ['It is open, <- Ann Lee'] },
    { name: 'according to', text: 'The bridge is “as good as new,” according to Ann Lee.', expected: ['as good as new, <- Ann Lee'] },
    { name: 'question mark before the source', text: '“Is it open?” Ann Lee asked.', expected: ['Is it open? <- Ann Lee'] },
    { name: 'title before the name', text: '“It is open,” said Gov. Ann Lee.', expected: ['It is open, <- Ann Lee'] },
    {
      name: 'a spokesman for somebody is not that somebody',
      text: '“It is open,” said a spokesman for Ann Lee.',
      expected: ['It is open, <- spokesman for Ann Lee'],
    },
    { name: 'a dash and a name', text: '“It is open.” — Ann Lee', expected: ['It is open. <- Ann Lee'] },
    {
      name: 'two halves of a sentence',
      text: '“It is open,” Ann Lee said, “and it will stay so.”',
      expected: ['It is open, <- Ann Lee', 'and it will stay so. <- Ann Lee'],
    },
    {
      name: 'a title of a person is none of a work',
      text: '“No,” author Ann Lee said. “Not now.”',
      expected: ['No, <- Ann Lee', 'Not now. <- Ann Lee'],
    },
    {
      name: 'a second sentence',
      text: '“It is open,” Ann Lee said. “Come and see it.”',
      expected: ['It is open, <- Ann Lee', 'Come and see it. <- Ann Lee'],
    },
    { name: 'trailing source', text: 'The bridge is “perfectly safe” for cars, Ann Lee said.', expected: ['perfectly safe <- Ann Lee'] },
  ])('$name', ({ text, expected }) => {
    expect(said(text)).toEqual(expected);
  });
});

const sourceOf = (source: string): string | undefined =>
  read(`The bridge opened in May.\n\n“It is open to all of us,” ${source}.`).quotations[0]?.speaker?.mention?.text;

describe('nominal sources, whole and with their own head', () => {
  test.each([
    ['aides to Clinton say', 'aides to Clinton'],
    ['some of the mayor’s longtime allies said', 'some of the mayor’s longtime allies'],
    ['most of the voters say', 'most of the voters'],
    ['one of the men said', 'one of the men'],
    ['a spokesman for the ministry in Kyiv said', 'a spokesman for the ministry in Kyiv'],
    ['residents of the village near Troy say', 'residents of the village near Troy'],
    ['a source close to the campaign said', 'a source close to the campaign'],
    ['a person familiar with plans for Thursday’s meeting says', 'a person familiar with plans for Thursday’s meeting'],
    ['the data show', 'the data'],
    ['the ministry less than two weeks ago said', 'the ministry'],
  ])('%s', (source, mention) => {
    expect(sourceOf(source)).toBe(mention);
  });
  test('an adverb at the front is no subject', () => {
    expect(said('Shortly after the vote, Ann Lee sent out a letter saying it was “a good day.”')).toEqual(['a good day. <- Ann Lee']);
  });
  test.each([
    { text: 'Ann Lee went after Bob Ray on Monday over his refusal to open it, calling it “a mess.”', expected: ['a mess. <- Ann Lee'] },
    { text: 'Ann Lee first said no, but in a later interview said it was “a good day.”', expected: ['a good day. <- Ann Lee'] },
    { text: 'A clerk speaking to the Gazette said it was “a good day.”', expected: ['a good day. <- clerk speaking to the Gazette'] },
    { text: 'The ad uses footage of Ann Lee asking, “Why is it closed?”', expected: ['Why is it closed? <- Ann Lee'] },
  ])('$text', ({ text, expected }) => {
    expect(said(text)).toEqual(expected);
  });
  test('a name after lower-case nouns is a subject of its own', () => {
    expect(said('In the debate on taxes Lee said, “It is open.”')).toEqual(['It is open. <- Lee']);
  });
});

describe('before the quotation', () => {
  test.each<Case>([
    {
      name: 'one of those named before',
      text: 'Two men spoke. One told the court he had been “beaten every day”.',
      expected: ['beaten every day <- One'],
    },
    { name: 'subject verb comma', text: 'Ann Lee said, “It is open.”', expected: ['It is open. <- Ann Lee'] },
    {
      name: 'inside a paraphrase',
      text: 'Ann Lee said the bridge was “as good as new” after the repair.',
      expected: ['as good as new <- Ann Lee'],
    },
    {
      name: 'participle takes the main subject',
      text: 'Ann Lee praised the crew, calling its work “a small wonder.”',
      expected: ['a small wonder. <- Ann Lee'],
    },
    {
      name: 'participle after another source',
      text: '“No,” Ann Lee said, adding that she was “not amused.”',
      expected: ['No, <- Ann Lee', 'not amused. <- Ann Lee'],
    },
    {
      name: 'with somebody saying',
      text: 'The hearing ended early, with Ann Lee saying she was “not amused” at all.',
      expected: ['not amused <- Ann Lee'],
    },
    {
      name: 'relative clause between',
      text: 'Ann Lee, who runs a firm in Troy, Ohio, said, “It is open.”',
      expected: ['It is open. <- Ann Lee'],
    },
    {
      name: 'introduction before the subject',
      text: 'After the storm, Ann Lee, the mayor, said: “It is open.”',
      expected: ['It is open. <- Ann Lee'],
    },
    {
      name: 'coordinated verb',
      text: 'Ann Lee toured the bridge and called it “a small wonder.”',
      expected: ['a small wonder. <- Ann Lee'],
    },
    {
      name: 'possessive and a noun of speech',
      text: 'Critics laughed at Ann Lee’s claim that the bridge was “as good as new.”',
      expected: ['as good as new. <- Ann Lee'],
    },
    {
      name: 'passive with an agent',
      text: 'The bridge was described by Ann Lee as “a small wonder.”',
      expected: ['a small wonder. <- Ann Lee'],
    },
    {
      name: 'a document speaks',
      text: 'A letter obtained by the paper warns that “the bridge will fall.”',
      expected: ['the bridge will fall. <- letter obtained by the paper'],
    },
    { name: 'name and colon', text: 'Troy mayor Ann Lee: “It is open.”', expected: ['It is open. <- Ann Lee'] },
    {
      name: 'outermost source',
      text: 'Ann Lee said that critics think the bridge is “a death trap for all of us.”',
      expected: ['a death trap for all of us. <- Ann Lee'],
    },
    { name: 'a verb in two words', text: 'As Ann Lee put it, “It is open.”', expected: ['It is open. <- Ann Lee'] },
    {
      name: 'dateline',
      text: 'TROY, Ohio (AP) — Ann Lee on Friday mocked critics, calling them “a gloomy bunch.”',
      expected: ['a gloomy bunch. <- Ann Lee'],
    },
  ])('$name', ({ text, expected }) => {
    expect(said(text)).toEqual(expected);
  });
});

describe('across paragraphs', () => {
  test.each<Case>([
    {
      name: 'an unclosed paragraph goes on',
      text: '“It is open,” Ann Lee said. “It cost a lot.\n\n“But it was worth it.”',
      expected: ['It is open, <- Ann Lee', 'It cost a lot. <- Ann Lee', 'But it was worth it. <- Ann Lee'],
    },
    {
      name: 'a colon hands over',
      text: 'Asked about the bridge, Ann Lee responded:\n\n“It is open.”',
      expected: ['It is open. <- Ann Lee'],
    },
    {
      name: 'saying and a colon',
      text: 'On Monday, Ann Lee met Governor Bob Ray in Troy, saying:\n\n“We are close.”',
      expected: ['We are close. <- Ann Lee'],
    },
    {
      name: 'a floating paragraph',
      text: '“It is open,” Ann Lee said.\n\n“Come and see it.”',
      expected: ['It is open, <- Ann Lee', 'Come and see it. <- Ann Lee'],
    },
    {
      name: 'a report in the paragraph between changes the speaker',
      text: '“It is open,” Ann Lee said.\n\nBob Ray said the bridge was closed.\n\n“You cannot cross it.”',
      expected: ['It is open, <- Ann Lee', 'You cannot cross it. <- Bob Ray'],
    },
  ])('$name', ({ text, expected }) => {
    expect(said(text)).toEqual(expected);
  });

  test('continued quotations point back', () => {
    const { quotations } = read('“It is open,” Ann Lee said. “It cost a lot.\n\n“But it was worth it.”');
    expect(quotations.map(({ id, continues }) => [id, continues])).toEqual([
      ['q1', undefined],
      ['q2', undefined],
      ['q3', 'q2'],
    ]);
  });
});

describe('quoted words are no cues', () => {
  test.each<Case>([
    {
      name: 'a source inside the quotation',
      text: '“If Bob Ray says it is open, it is open,” Ann Lee said.',
      expected: ['If Bob Ray says it is open, it is open, <- Ann Lee'],
    },
    {
      name: 'a bracketed source',
      text: '“[Bob Ray] said it was closed,” Ann Lee said.',
      expected: ['[Bob Ray] said it was closed, <- Ann Lee'],
    },
  ])('$name', ({ text, expected }) => {
    expect(said(text)).toEqual(expected);
  });
});

describe('whose subject a cue has', () => {
  test.each<Case>([
    {
      name: 'a relative clause that ends before the words',
      text: 'Ann Lee said that the notice, which some have argued was meant for others, was an “insult” to drivers.',
      expected: ['insult <- Ann Lee'],
    },
    {
      name: 'a relative clause that holds the words',
      text: 'Ann Lee met Bob Ray, who argued that the notice was an “insult” to drivers.',
      expected: ['insult <- Bob Ray'],
    },
    {
      name: 'a participle after an inverted source',
      text: '“There will be no carpets,” said Ann Lee, the head of music, referring to the “old” hall.',
      expected: ['There will be no carpets, <- Ann Lee', 'old <- Ann Lee'],
    },
    {
      name: 'comments judged by somebody else',
      text: 'Last year Ann Lee described Bob Ray’s comments as “just talk” and left.',
      expected: ['just talk <- Ann Lee'],
    },
    {
      name: 'a report is no verb after that',
      text: 'Ann Lee called that report on Friday a “plain lie.”',
      expected: ['plain lie. <- Ann Lee'],
    },
    {
      name: 'an infinitive under a passive',
      text: 'The talks were so dull that Ann Lee was prompted to say, “So far I cannot believe it.”',
      expected: ['So far I cannot believe it. <- Ann Lee'],
    },
    {
      name: 'an adverb opens the sentence',
      text: 'Even Acme, an old partner, said it was “opposed” to the plan.',
      expected: ['opposed <- Acme'],
    },
    {
      name: 'as somebody said',
      text: 'The fact that the race “is a dead heat,” as Ann Lee said on the radio, helps nobody.',
      expected: ['is a dead heat, <- Ann Lee'],
    },
    {
      name: 'a clause between dashes',
      text: 'If the gates are open — as many believe, but Bob Ray denies — “why would you wait?” asked Ann Lee, now a partner in the firm.',
      expected: ['why would you wait? <- Ann Lee'],
    },
    {
      name: 'a magazine called Time',
      text: '“The train has left,” wrote Time magazine.',
      expected: ['The train has left, <- Time magazine'],
    },
    { name: 'a verb of sound before a comma', text: 'In her last show Ann Lee sings, “Do not go.”', expected: ['Do not go. <- Ann Lee'] },
    {
      name: 'what somebody has dubbed',
      text: 'The two fight in what one keen driver has dubbed “the bridge war.”',
      expected: ['the bridge war. <- one keen driver'],
    },
    {
      name: 'where it was said before a colon',
      text: '“It is shut,” Ann Lee told reporters. Then, later that month on CNN: “I never said so.”',
      expected: ['It is shut, <- Ann Lee', 'I never said so. <- Ann Lee'],
    },
    {
      name: 'a term inside what somebody said',
      text: 'Ann Lee claimed that the “Golden Week” in June would stay.',
      expected: ['Golden Week <- Ann Lee'],
    },
  ])('$name', ({ text, expected }) => {
    expect(said(text)).toEqual(expected);
  });
});

describe('not speech', () => {
  test.each([
    { name: 'a broadcast', text: 'On CNN’s “State of the Union,” Ann Lee talked about bridges.' },
    { name: 'a book', text: 'Her book “The Long Way Home” sold well.' },
    { name: 'a thing named', text: 'He set up a website called “Bridge Watch” last year.' },
    { name: 'a scare quote', text: 'The “expert” arrived late.' },
    { name: 'a name inside a noun phrase', text: 'The “History” section of the site explains it.' },
    { name: 'part of a compound', text: 'Ann Lee took part in a quick browse through “moan”-worthy headlines, the club said.' },
    { name: 'a name that is given', text: 'The team listed its country and named its robot “Robogee.”' },
    { name: 'a name that one goes by', text: 'Ann Lee spoke with a player going by the name “The Katherinator.”' },
    { name: 'easier said than done', text: 'But “dumping Lee” is easier said than done.' },
    { name: 'so-called', text: 'The so-called “bridge tax” was dropped.' },
    { name: 'a singer of a song', text: 'The “Bad Weather” singer has not called back, a source claimed.' },
    { name: 'a song that is played', text: 'After playing “Down By the River,” Ann Lee told the crowd that it was late.' },
    { name: 'an episode of a show', text: 'Ann Lee announced it on an episode of “Bridges.”' },
    { name: 'a thing that came in called so', text: 'Ann Lee waited until a sample came in called “Harbour.”' },
    { name: 'a term that everybody understands', text: 'To see why it matters, we must understand the “as-is” state it replaces.' },
    { name: 'what the reader is told to press', text: 'Enter your address and click “sign up.”' },
    { name: 'a team names its robot', text: 'The team named their robot “Clanky” before the match.' },
  ])('$name', ({ text }) => {
    const { quotations, notes } = read(text);
    expect(quotations).toEqual([]);
    expect(notes.map(({ stage }) => stage)).toEqual(['quotes']);
  });
});

describe('other marks and languages', () => {
  test.each<Case>([
    {
      name: 'single quotes as the house style',
      text: "'It's open,' said Ann Lee, 'and it won't close.'",
      expected: ["It's open, <- Ann Lee", "and it won't close. <- Ann Lee"],
    },
    { name: 'French', text: '« Le pont est ouvert », a déclaré Anne Roy.', expected: ['Le pont est ouvert <- Anne Roy'] },
    { name: 'German', text: '„Die Brücke ist offen“, sagte Anna Roth.', expected: ['Die Brücke ist offen <- Anna Roth'] },
    { name: 'Spanish', text: '«El puente está abierto», dijo Ana Ruiz.', expected: ['El puente está abierto <- Ana Ruiz'] },
  ])('$name', ({ text, expected }) => {
    expect(said(text)).toEqual(expected);
  });
});

describe('languages by their own words', () => {
  test.each([
    {
      code: 'de',
      text: 'Der Film „Das Leben der Brücken“ lief im Kino. „Es ist ein Neuanfang“, so Anna Roth, „und darauf sind wir stolz.“',
      expected: ['Es ist ein Neuanfang <- Anna Roth', 'und darauf sind wir stolz. <- Anna Roth'],
    },
    {
      code: 'fr',
      text: 'Le film « Les ponts de la ville » est sorti. « Nous avons attendu longtemps », a déclaré la maire Anne Roy mardi.',
      expected: ['Nous avons attendu longtemps <- Anne Roy'],
    },
    {
      code: 'es',
      text: 'La película «Los puentes de la ciudad» se estrenó ayer. «Hemos esperado mucho», dijo la alcaldesa Ana Ruiz el martes.',
      expected: ['Hemos esperado mucho <- Ana Ruiz'],
    },
    {
      code: 'it',
      text: 'Il giornale «la Repubblica» ne scrive. “È un nuovo inizio”, ha dichiarato Paolo Conti, presidente dell’associazione.',
      expected: ['È un nuovo inizio <- Paolo Conti'],
    },
    {
      code: 'ru',
      text: 'Фильм «Мосты города» вышел вчера. «Мы долго этого ждали», — сказала мэр Анна Рощина во вторник.',
      expected: ['Мы долго этого ждали <- Анна Рощина'],
    },
    {
      code: 'uk',
      text: 'Газета «Голос міста» опублікувала репортаж. «Це новий початок», — заявив Павло Громов, голова товариства.',
      expected: ['Це новий початок <- Павло Громов'],
    },
  ])('$code: a title is no speech, the name alone is the speaker', ({ code, text, expected }) => {
    const { quotations, notes } = findQuotations({ ...articleOf(text), language: { code, confidence: 1 } });
    expect(quotations.map(({ text: words, speaker }) => `${words} <- ${speaker?.name}`)).toEqual(expected);
    expect(notes.map(({ rule }) => rule)).toEqual(['title']);
  });
});

describe('headlines', () => {
  test.each<Case>([
    { name: 'speaker before a colon', text: 'Lee: Bridge ‘Going Down’ Soon', expected: ['Going Down <- Lee'] },
    { name: 'speaker after a colon', text: '“We Did Not Close It”: Lee Denies Claim', expected: ['We Did Not Close It <- Lee'] },
    {
      name: 'words quoted again in the body are one quotation',
      text: 'Lee says bridge is ‘not safe’ for cars\n\nAnn Lee said the bridge was “not safe” on Monday.',
      expected: ['not safe <- Ann Lee'],
    },
  ])('$name', ({ text, expected }) => {
    expect(said(text)).toEqual(expected);
  });
});

test('the medium is kept', () => {
  const media = read(
    '“One,” Ann Lee wrote on Telegram.\n\n“Two,” Ann Lee told reporters.\n\n“Three,” Ann Lee said in a statement.\n\nAnn Lee wrote in a post on Truth Social: “Four!”',
  ).quotations.map(({ medium }) => medium);
  expect(media).toEqual(['Telegram', 'press briefing', 'statement', 'Truth Social']);
});

test('every quotation says which rule gave it its speaker', () => {
  const rules = read('“It is open,” Ann Lee said. “Come.”\n\nShe called it “a small wonder.”').quotations.map(({ rule }) => rule);
  expect(rules).toEqual(['after: subject verb', 'same paragraph as after: subject verb', 'before: subject verb']);
});

test.each(['Jun Kimura', 'Jan Kubis', 'Jul Haganæs', 'Ann Lee'])('%s is a person, whatever month the name begins like', (name) => {
  const record = readArticle(
    { text: `“The wreck lies deeper than we thought,” says ${name}, a professor at the university.` },
    { clean: 'none' },
  );
  expect(record.quotations[0]?.speaker?.name).toBe(name);
});
