/** Portuguese wording of page furniture. */
import type { FurnitureWords } from '../furniture-words.ts';

export const furniture: FurnitureWords = {
  advertisement: {
    whole: ['publicidade'],
    goes: ['Publicidade'],
  },
  'read-more': {
    whole: ['leia mais', 'ver mais'],
    words: { also: ['leia também', 'leia mais', 'veja também', 'saiba mais'] },
    goes: ['Leia também: prefeito nega', 'Leia mais'],
  },
  newsletter: {
    inner: [String.raw`\b(?:assine|inscreva-se)\b`],
    words: { subscribe: [String.raw`assin\p{L}+`, String.raw`inscri\p{L}+`] },
    goes: ['Inscreva-se agora'],
  },
  share: {
    whole: ['compartilhar'],
    goes: ['Compartilhar'],
  },
  'follow-us': {
    whole: ['siga-nos.{0,40}'],
    goes: ['Siga-nos no Facebook'],
  },
  comments: {
    whole: ['comentários?'],
    goes: ['Comentários'],
  },
  account: {
    whole: ['entrar'],
    goes: ['Entrar'],
  },
  copyright: {
    inner: [String.raw`\btodos os direitos reservados\b`],
    goes: ['O Correio, todos os direitos reservados'],
  },
  'related-heading': {
    whole: ['notícias relacionadas', 'leia também', 'mais lidas', 'veja também'],
    goes: ['Notícias relacionadas', 'Mais lidas'],
  },
  navigation: {
    whole: ['pular para o conteúdo.{0,20}'],
    goes: ['Pular para o conteúdo'],
  },
  'reading-time': {
    start: [String.raw`tempo de leitura\b.{0,20}$`],
    words: { reading: ['de leitura'] },
    goes: ['5 min de leitura', 'Tempo de leitura: 4 minutos'],
  },
  'comment-entry': {
    whole: ['responder'],
    words: { said: ['disse'] },
    goes: ['Responder'],
  },
  legal: {
    whole: ['aviso legal'],
    goes: ['Aviso legal'],
  },
  'follower-count': {
    words: { followers: ['seguidores'] },
    goes: ['540 seguidores'],
  },
  syndication: {
    words: { source: ['fonte'] },
    goes: ['Fonte: Lusa'],
  },
  'photo-credit': {
    words: { picture: ['foto', 'fotos', 'crédito', 'imagem'] },
    goes: ['Imagem: o porto'],
  },
  tags: {
    words: { label: ['temas?', 'etiquetas'] },
    goes: ['Tema: porto'],
  },
  byline: {
    words: { by: ['[Pp]or', '[Aa]utor:?'] },
    goes: ['Por Ana Dias'],
  },
  timestamp: {
    words: {
      label: ['publicado', 'atualizado'],
      month: ['jan', 'fev', 'mar', 'abr', 'mai', 'maio', 'jun', 'jul', 'ago', 'set', 'out', 'nov', 'dez'],
      monthOf: ['de'],
    },
    goes: ['Atualizado: 12 maio 2025', 'Publicado: fev 2025'],
  },
};
