import { foldText } from './fold-text';

const THANKS = `спасибо, спасибки, спасибочки, спс, пасиб, пасибо, благодарю, благодарим, благодарствую, признательна, признателен,
  признательны, сенкс, thanks, thank you, thank u, thx, tnx, tks, ty, cheers, much appreciated, appreciate it,
  appreciated, many thanks`;

/** Says that all is well, without a word of thanks. */
const ALL_WELL = `ок, окей, ok, okay, хорошо, отлично, супер, класс, здорово, прекрасно, замечательно, понял, поняла, поняли,
  понятно, ясно, принято, все понятно, все ясно, все получилось, получилось, все заработало, заработало, все работает,
  теперь работает, теперь все работает, работает, все хорошо, все отлично, помогло, все помогло, разобрался, разобралась,
  разобрались, вопрос решен, вопрос закрыт, проблема решена, решено, можно закрывать, great, perfect, awesome, excellent,
  super, cool, nice, got it, understood, it works, it works now, works now, works, all good, all works, that works,
  that helped, it helped, solved, problem solved, issue solved, fixed, all fixed`;

/** Stands around thanks and means nothing more. */
const AROUND = `большое, огромное, огромнейшее, вам, тебе, всем, вас, и вам, очень, искренне, еще раз, за помощь, за ответ,
  за быстрый ответ, за быструю помощь, за оперативность, за оперативную помощь, за оперативный ответ, за поддержку,
  за разъяснение, за разъяснения, за объяснение, за пояснение, за подсказку, за информацию, за работу, за все, и,
  да, добрый день, доброе утро, добрый вечер, здравствуйте, хорошего дня, хорошего вам дня, хорошего вечера,
  хороших выходных, доброго дня, всего доброго, всего хорошего, до свидания, коллеги, a lot, so much, very much, again,
  for your help, for the help, for help, for your support, for your reply, for the reply, for the quick reply,
  for your quick reply, for your answer, for the answer, for the quick answer, for everything, for the quick help, and,
  yes, very, really, hi, hello, good morning, team, all, everyone, have a nice day, have a good day, bye, best regards,
  very helpful`;

const LONGEST_TEXT = 160;
const KIND_SIGNS = /[👍👌🙏❤💯🤝😊🙂😀😃😄☺✅🎉🔥💪]/u;
const WORDLESS = /[\p{P}\p{S}\p{Emoji_Modifier}\p{Extended_Pictographic}\s]+/u;

const phrasesOf = (list: string) => list.split(',').map((phrase) => phrase.trim().split(/\s+/));
const MEANING = phrasesOf(`${THANKS}, ${ALL_WELL}`);
const PHRASES = [...MEANING, ...phrasesOf(AROUND)].sort((a, b) => b.length - a.length);
const MEANING_SET = new Set(MEANING.map((words) => words.join(' ')));

/**
 * Whether a message only thanks, or says that all is well: nobody needs to answer it. A question mark, a number, or any word
 * besides make it more than that. `names` are those of the people thanked («Анна, спасибо»).
 */
export function isShortThanks(text: string, names: readonly string[] = []): boolean {
  if (text.length > LONGEST_TEXT || /[?？\p{N}]/u.test(text)) return false;
  const known = new Set(names.flatMap((name) => foldText(name).split(/\s+/)));
  const words = foldText(text)
    .replace(/[’']/g, '')
    .split(WORDLESS)
    .filter((word) => word !== '' && !known.has(word));
  if (words.length === 0) return KIND_SIGNS.test(text);
  let meant = false;
  for (let at = 0; at < words.length; ) {
    const phrase = PHRASES.find((candidate) =>
      candidate.every((word, offset) => words[at + offset] === word),
    );
    if (!phrase) return false;
    meant ||= MEANING_SET.has(phrase.join(' '));
    at += phrase.length;
  }
  return meant;
}
