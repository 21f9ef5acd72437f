import { keepThreadTexts } from './thread';
import { threadRu } from './thread-ru';

keepThreadTexts('ru', threadRu);

/** All texts of a locale that is chosen at run time. */
export { texts } from './ru';
