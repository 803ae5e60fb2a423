/** What stands around titles of works, names and terms in quotation marks. */
import type { SpeechWords } from '../speech-words.ts';

export const speechWorks = {
  titleSmallWords: 'a an the of and or in on at to for from with by is it my your vs vs. de la as be not n but nor this that',
  workCues: `book books film films movie movies song songs album show shows series episode novel play musical documentary program programme podcast
    column magazine name titled entitled named nicknamed hit single track game known headlined painting poem segment special sitcom
    comedy drama memoir blockbuster host hosts starring featuring aired`,
  works: 'films',
  artists: `singer singers songstress songwriter hitmaker rapper star stars co-star co-stars actor actors actress frontman alum author authors
    creator`,
  performing: 'playing singing performing hitting covering recording directing filming hosting producing releasing watching',
  workParts: `episode episodes season seasons cast version remake revival reboot premiere finale adaptation edition screening host co-host creator
    showrunner`,
  workPrepositions: 'on of in from to for at with and watching like',
  acronymSmallWords: 'of for and the on to in de &',
  nameArticles: 'the',
  generations: 'jr sr',
} satisfies SpeechWords;
