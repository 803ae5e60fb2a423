import type { DateWords } from '../date-words.ts';

export const dates: DateWords = {
  months: [
    ['janeiro', 'jan'],
    ['fevereiro', 'fev'],
    ['março', 'mar'],
    ['abril', 'abr'],
    ['maio', 'mai'],
    ['junho', 'jun'],
    ['julho', 'jul'],
    ['agosto', 'ago'],
    ['setembro', 'set'],
    ['outubro', 'out'],
    ['novembro', 'nov'],
    ['dezembro', 'dez'],
  ],
  weekdays: [
    ['segunda-feira', 'seg'],
    ['terça-feira', 'ter'],
    ['quarta-feira', 'qua'],
    ['quinta-feira', 'qui'],
    ['sexta-feira', 'sex'],
    ['sábado', 'sáb'],
    ['domingo', 'dom'],
  ],
};
