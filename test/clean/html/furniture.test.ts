/** Each family of furniture that may overrule the judge: what it takes out amid a story, and sentences of stories in the same words that must survive. */
import { describe, expect, test } from 'vitest';
import { FURNITURE } from '../../../src/clean/furniture/families.ts';
import { cleanHtml } from '../../../src/clean/html/html.ts';

interface Fixture {
  readonly goes: readonly string[];
  readonly stays: readonly string[];
}

const FIXTURES: Readonly<Record<string, Fixture>> = {
  advertisement: {
    goes: ['Advertisement', '- Advertisement -', 'Story continues below advertisement', 'Anzeige'],
    stays: ['The advertisement, which ran in March, drew 41 complaints.', 'Advertising on buses brings the town 90,000 euros a year.'],
  },
  'read-more': {
    goes: ['READ MORE: Mayor refuses to resign', 'Also read: Bridge closes for repairs', 'See also → Ferry timetable'],
    stays: [
      'Read the letter in full before you sign it, he told the council.',
      'Related costs were left out of the report, the auditor said.',
    ],
  },
  watch: {
    goes: ['Watch live', 'Video player', 'Now playing'],
    stays: ['Watch what they do, not what they say, she told reporters.', 'Video of the launch was shown to the court.'],
  },
  newsletter: {
    goes: ['Sign up for our free daily newsletter.', 'Get the latest news delivered straight to your inbox'],
    stays: [
      'The parish newsletter, read by 400 people, did not mention the boats.',
      'Residents were told to subscribe to the fund by Friday.',
    ],
  },
  donation: {
    goes: ['Donate today', 'Support our work', 'Please support independent journalism with a donation.'],
    stays: ['The donation was returned the next day, the party said.', 'They support our boys, said the father of one of the sailors.'],
  },
  share: {
    goes: ['Share this article', 'Share on Facebook', 'Tweet', 'Copy link'],
    stays: ['Share prices fell by four per cent after the vote.', 'Email them, she said, and you will hear nothing for a month.'],
  },
  'follow-us': {
    goes: ['Follow us on Twitter', 'Stay connected'],
    stays: ['Follow the money, he said, and you will find the harbour board.', 'Join the queue by six, passengers were told.'],
  },
  app: {
    goes: ['Download our app from the App Store or Google Play', 'Get it on Google Play'],
    stays: ['Passengers book through an app that the town bought in 2021.', 'Try as they might, the engineers could not start it.'],
  },
  poll: {
    goes: ['Take our poll', 'View results'],
    stays: ['A poll in May put the mayor nine points behind.', 'Polls close at eight, and a result is expected before midnight.'],
  },
  comments: {
    goes: ['Leave a comment', '12 comments', 'Join the conversation', 'Your email address will not be published.'],
    stays: ['Comments made in private were leaked within the hour.', 'Have your say now or never, he told the meeting, and nobody spoke.'],
  },
  'follower-count': {
    goes: ['12,431 Followers', '540 subscribers'],
    stays: ['Followers of the club filled the square on Sunday.'],
  },
  account: {
    goes: ['Log in', 'Create a free account', 'Already a member?'],
    stays: ['Register offices will stay shut until Tuesday.', 'To join the crew you must be able to swim, the captain said.'],
  },
  syndication: {
    goes: ['This article was originally published by The Courier.', 'The post Council buys ferries appeared first on The Courier.'],
    stays: ['The post was abolished in 2014 and nobody missed it.', 'Via Roma was closed to traffic from noon.'],
  },
  copyright: {
    goes: ['© 2025 The Courier. All rights reserved.'],
    stays: ['The copyright in the songs belongs to the town, the court held.'],
  },
  'photo-credit': {
    goes: ['Photo: Jane Doe / Reuters', '(Getty Images)'],
    stays: ['Photographs of the wreck were shown to the families.', 'The image of the ferry on fire went round the world.'],
  },
  'related-heading': {
    goes: ['Related articles', 'Most read'],
    stays: ['Related businesses in the port employ 300 people.', 'Most of those who read the letter threw it away.'],
  },
  navigation: {
    goes: ['Skip to content', 'Back to top'],
    stays: ['Back to work on Monday, the crews were told.', 'Home is where the boat is, he said.'],
  },
  legal: {
    goes: ['Privacy policy', 'Accept all cookies', 'By continuing you agree to our terms of use.'],
    stays: [
      'Terms were agreed on Tuesday after nine hours of talks.',
      'Ethics policy at the council has not changed since 1998, she said.',
    ],
  },
  affiliate: {
    goes: ['We may earn a commission when you buy through links on our site.', 'Affiliate disclosure'],
    stays: ['The commission may earn the trust of the islands yet.', 'An affiliate of the yard made the offer in June.'],
  },
  standards: {
    goes: ['Our Standards: The Trust Principles.', 'Report a correction'],
    stays: [
      'Our standards are higher than that, said the head of the yard.',
      'Report after report has said the same, she told the council.',
    ],
  },
  'reading-time': {
    goes: ['5 min read', 'Reading time: 4 minutes'],
    stays: ['Five minutes read like an hour in the log of the ship.', '40 minutes passed before the first boat came.'],
  },
  tags: {
    goes: ['Tags: ferries, harbour', '#ferries #harbour', 'Filed under: News'],
    stays: ['Topics ranged from fares to fog.', 'Labels on the life jackets had faded, the report says.'],
  },
  'link-label': {
    goes: ['Apply now', 'Buy now', 'Opens in a new tab'],
    stays: ['Buy now and you will regret it later, dealers say.', 'Submit to nobody, his father had told him.'],
  },
};

const STORY = [
  'RIGA — The harbour council voted on Tuesday to buy two electric ferries, ending a dispute that had run for most of a decade.',
  'The vessels will replace diesel boats built in 1974, which failed four inspections in two years, according to a report seen by council members.',
  '“We should have done this long ago,” said Inga Ozola, who chairs the council. “People on the islands were patient with us, and patience ends.”',
  'The first boat is due in May. Fares will stay as they are until the end of next year, when the subsidy agreement comes up for renewal.',
  'Opponents said the price, 41 million euros, was too high for a line that carries fewer than 900 passengers on an ordinary weekday.',
];

/** Paragraphs that stay and go are put in turn between those of the story. */
function bodyWith(lines: readonly string[]): string[] {
  const paragraphs = STORY.flatMap((text, at) => [text, ...lines.filter((_, place) => place % (STORY.length - 1) === at)]);
  const html = `<html lang="en"><head><title>Council buys electric ferries</title></head><body><header><a href="/">The Courier</a></header><main><article><h1>Council buys electric ferries</h1><div class="article-body">${paragraphs.map((text) => `<p>${text}</p>`).join('\n')}</div></article></main><footer><p>About us</p></footer></body></html>`;
  const { body } = cleanHtml({ html });
  return body.paragraphs.map(([start, end]) => body.text.slice(start, end));
}

test('every family that may overrule the judge has a fixture', () => {
  expect(Object.keys(FIXTURES).sort()).toEqual(
    FURNITURE.filter(({ anywhere }) => anywhere)
      .map(({ rule }) => rule)
      .sort(),
  );
});

describe.each(Object.entries(FIXTURES))('%s', (_family, { goes, stays }) => {
  test('goes from amid the story', () => {
    expect(bodyWith(goes)).toEqual(STORY);
  });

  test('sentences of the story survive', () => {
    const body = bodyWith(stays);
    for (const text of stays) expect(body).toContain(text);
  });
});
