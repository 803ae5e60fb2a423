/** Spanish wording of page furniture. */
import type { FurnitureWords } from '../furniture-words.ts';

export const furniture: FurnitureWords = {
  advertisement: {
    whole: ['publicidad'],
    goes: ['Publicidad'],
  },
  'read-more': {
    whole: ['leer más', 'ver más'],
    words: { also: ['lea también', 'lee también', 'leer también', 'te puede interesar'] },
    goes: ['Lea también: el alcalde lo niega', 'Leer más'],
  },
  newsletter: {
    inner: [String.raw`\b(?:suscríbete|suscríbase)\b`],
    words: { letter: ['boletín'], subscribe: [String.raw`suscr\p{L}+`, String.raw`inscri\p{L}+`] },
    goes: ['Suscríbase al boletín'],
  },
  share: {
    whole: ['compartir'],
    goes: ['Compartir'],
  },
  'follow-us': {
    whole: ['síguenos.{0,40}'],
    goes: ['Síguenos en Facebook'],
  },
  comments: {
    whole: ['comentarios?'],
    goes: ['Comentarios'],
  },
  account: {
    whole: ['iniciar sesión'],
    goes: ['Iniciar sesión'],
  },
  copyright: {
    inner: [String.raw`\btodos los derechos reservados\b`],
    goes: ['El Correo, todos los derechos reservados'],
  },
  'related-heading': {
    whole: ['artículos relacionados', 'noticias relacionadas', 'lo más (?:leído|visto)', 'te puede interesar'],
    goes: ['Artículos relacionados', 'Lo más leído'],
  },
  navigation: {
    whole: ['saltar al contenido.{0,20}', 'ir al contenido.{0,20}'],
    goes: ['Saltar al contenido'],
  },
  'reading-time': {
    start: [String.raw`tiempo de lectura\b.{0,20}$`],
    words: { reading: ['de lectura'] },
    goes: ['5 min de lectura', 'Tiempo de lectura: 4 minutos'],
  },
  'comment-entry': {
    whole: ['responder'],
    words: { said: ['dice'], at: ['a las'] },
    goes: ['Responder'],
  },
  'social-post': {
    start: [String.raw`ver esta publicación\b`],
    goes: ['Ver esta publicación en Instagram'],
  },
  timestamp: {
    start: [String.raw`hace \d`],
    words: {
      label: ['actualizado', 'publicado'],
      month: ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sep', 'set', 'oct', 'nov', 'dic'],
      monthOf: ['de'],
    },
    goes: ['Actualizado 12 mayo 2025', 'hace 3 horas'],
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
    words: { source: ['fuente'] },
    goes: ['Fuente: EFE'],
  },
  'photo-credit': {
    words: { picture: ['foto', 'fotos', 'crédito', 'imagen'] },
    goes: ['Foto: Ana Díaz', 'Imagen: puerto'],
  },
  tags: {
    words: { label: ['temas?', 'etiquetas'] },
    goes: ['Etiquetas: puerto'],
  },
  byline: {
    words: { by: ['[Pp]or', '[Aa]utor:?'] },
    goes: ['Por Ana Díaz'],
  },
};
