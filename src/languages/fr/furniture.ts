/** French wording of page furniture. */
import type { FurnitureWords } from '../furniture-words.ts';

export const furniture: FurnitureWords = {
  advertisement: {
    whole: ['publicité'],
    goes: ['Publicité'],
  },
  'read-more': {
    whole: ['lire la suite', 'lire plus'],
    words: { also: ['lire aussi', 'à lire aussi', 'lire également'] },
    goes: ['À lire aussi : le maire dément', 'Lire la suite'],
  },
  newsletter: {
    inner: [String.raw`\b(?:abonnez-vous|inscrivez-vous)\b`],
    words: { letter: ['bulletin'], subscribe: [String.raw`inscri\p{L}+`, String.raw`abonne\p{L}+`] },
    goes: ['Abonnez-vous à nos alertes'],
  },
  share: {
    whole: ['partager'],
    goes: ['Partager'],
  },
  'follow-us': {
    whole: ['suivez-nous.{0,40}'],
    goes: ['Suivez-nous sur Facebook'],
  },
  comments: {
    whole: ['commentaires?'],
    goes: ['Commentaires'],
  },
  account: {
    whole: ['se connecter', 's’abonner'],
    goes: ['Se connecter'],
  },
  copyright: {
    inner: [String.raw`\btous droits réservés\b`],
    goes: ['Le Courrier, tous droits réservés'],
  },
  'related-heading': {
    whole: ['sur le même sujet', 'à lire aussi', 'articles similaires', 'vous aimerez aussi', 'les plus lus'],
    goes: ['Sur le même sujet', 'Les plus lus'],
  },
  navigation: {
    whole: ['aller au contenu.{0,20}'],
    goes: ['Aller au contenu principal'],
  },
  'reading-time': {
    start: [String.raw`temps de lecture\b.{0,20}$`],
    words: { reading: ['de lecture'] },
    goes: ['5 min de lecture', 'Temps de lecture : 4 minutes'],
  },
  'comment-entry': {
    whole: ['répondre'],
    words: { said: ['dit'], at: ['à'] },
    goes: ['Répondre', 'Anna Holm a dit le 12 mai :'],
  },
  'social-post': {
    start: [String.raw`voir cette publication\b`],
    goes: ['Voir cette publication sur Instagram'],
  },
  timestamp: {
    start: [String.raw`il y a \d`],
    words: {
      label: ['publié', 'mis à jour', 'le'],
      month: ['jan', 'fév', 'fev', 'mar', 'avr', 'mai', 'jui', 'aoû', 'sep', 'oct', 'nov', 'déc'],
    },
    goes: ['Mis à jour le 12 mai 2025', 'il y a 3 heures'],
  },
  legal: {
    whole: ['mentions légales'],
    goes: ['Mentions légales'],
  },
  'follower-count': {
    words: { followers: ['abonnés'] },
    goes: ['540 abonnés'],
  },
  'photo-credit': {
    words: { picture: ['crédits? photo', 'photo d’illustration'] },
    goes: ['Crédit photo : Anna Holm', 'Photo d’illustration : le port'],
  },
  tags: {
    words: { label: ['mots[- ]clés'] },
    goes: ['Mots-clés : port'],
  },
  byline: {
    words: { by: ['[Pp]ar', '[Aa]uteur:?', '[Tt]exte? ?:?'] },
    goes: ['Par Anna Holm'],
  },
};
