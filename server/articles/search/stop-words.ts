import { foldText } from '@beseda/shared/domain/fold-text';
import { skeletonOf } from './write-in-latin';

/** Words that carry a sentence and not its subject. They count little beside others, and fully when alone. */
const RUSSIAN = `а без более бы был была были было быть в вам вами вас ваш ваша ваше вашего вашей вашем вашему вашу
  ваши ваших весь во вот все всего всех всю вы где да для до его ее если есть еще же за здесь и из или им их к
  как какая какие каким какими каких какое какой какую когда кого ко который которая которое которые которых кто ли
  либо между меня мне мной мое моего моей моем мои моих мой мою моя можно мочь могу может могут мы на над надо наш не
  него нее нет ни них но ну нужно нужен нужна нужны о об он она они оно от по под после почему потому при про с сам
  свой своего своей своем свои своих свою себя себе со так также такое такой там тебя то того той только том тоже тот
  ты у уже хочу хотим хотел хотела хочет чего чем что чтобы чья эта эти этим этих это этого этой этом этот эту я
  ним нам нас сейчас теперь пожалуйста подскажите скажите куда откуда зачем через`;
const ENGLISH = `a about all also am an and any are as at be been being but by can cannot could did do does doing don
  for from get got had has have having he her here his how i if in into is it its just let ll me my no not of on or
  our out please re s she should so some such t than that the their them then there these they this those to too up us
  ve via was we were what when where which while who why will with would you your want need
  dont cant wont isnt doesnt didnt whats im ive`;

const STOP_WORDS: ReadonlySet<string> = wordSet(`${RUSSIAN} ${ENGLISH}`);

/** Greetings and thanks: never a subject, so they weigh no more than stop words. */
const GREETINGS: ReadonlySet<string> =
  wordSet(`привет приветствую приветик здравствуйте здравствуй здрасьте здрасте
  спасибо спасибки благодарю благодарим спс пасиб свидания извините простите прости алло ау ой эй хм ммм эм
  hello hi hey hiya thanks thank thx ty bye goodbye cheers wow lol`);

/** Courtesies and acknowledgements: no question when nothing else is said, but words like others beside a subject. */
const COURTESIES: ReadonlySet<string> =
  wordSet(`добрый доброе доброго доброй добро утро утра вечер вечера день дня ночи суток
  пожаловать ок окей оке хорошо понятно понял поняла ясно ладно отлично супер класс круто здорово пока удачи прощайте
  ага угу неа хай тут слышно слышите слышит отзовитесь ответьте живые нибудь тест проверка связи большое огромное помощь получилось вопрос вопросик помогите помоги срочно девушка
  оператор очень заработало помогло помогли решено разобрался разобралась разберусь дела
  робот бот человек живой происходит работает ждать долго асдф
  ok okay okey k cool great nice perfect awesome yes yep yeah nope sure good morning afternoon evening day night test
  testing worked works solved much very lot got understood fine around available hear sorry help anyone somebody question bot robot
  human person see later problem asdf qwerty`);

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/).map(foldText));
}

export function isStopWord(form: string): boolean {
  return STOP_WORDS.has(form) || GREETINGS.has(form);
}

/** Whether nothing but courtesies and stop words is said, with at least one courtesy. */
export function isSmallTalk(forms: readonly string[]): boolean {
  let courtesies = 0;
  for (const form of forms) {
    if (GREETINGS.has(form) || COURTESIES.has(form)) courtesies++;
    else if (!STOP_WORDS.has(form)) return false;
  }
  return courtesies > 0;
}

const SPOKEN = new Map(
  [...STOP_WORDS, ...GREETINGS, ...COURTESIES]
    .filter((word) => /^[а-я]+$/.test(word))
    .map((word) => [skeletonOf(word), word]),
);

/** The Russian stop word or courtesy that a skeleton stands for: "spasibo" → «спасибо». */
export function spokenInLatin(skeleton: string): string | undefined {
  return SPOKEN.get(skeleton);
}
